package app.oegukmin.crawler.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;

/**
 * Writes as elements the line breaks that a page has only by styles, or by elements that are not
 * kept: neither a translation nor the app keeps either.
 */
final class LineBreaks {

  private static final Pattern WHITE_SPACE =
      Pattern.compile("(?i)(?:^|;)\\s*white-space\\s*:\\s*(?!inherit)([a-z-]+)");
  private static final Pattern RULE =
      Pattern.compile("([^{}@]{1,200})\\{[^{}]*?(white-space\\s*:\\s*[a-z-]+)[^{}]*\\}");
  private static final int MOST_RULES = 20;
  private static final int LONGEST_SHEET = 100_000;
  private static final Set<String> PRESERVING =
      Set.of("pre", "pre-wrap", "pre-line", "break-spaces");
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?i)(?:^|;)\\s*display\\s*:\\s*(?:block|flex|grid|table|list-item|flow-root)\\s*(?:;|!|$)");

  // Blocks that are not kept, while their text is.
  private static final String[] LOST = {
    "article",
    "section",
    "header",
    "footer",
    "main",
    "aside",
    "nav",
    "address",
    "hgroup",
    "details",
    "summary",
    "fieldset",
    "legend",
    "form",
    "marquee",
    "option",
    "textarea"
  };
  private static final Pattern LINE = Pattern.compile("\r\n|\r|\n");
  private static final Pattern WIDE_SPACE = Pattern.compile("^ | (?= )");
  private static final String NO_BREAK = "\u00A0";

  private LineBreaks() {}

  /** Writes the line breaks of a body. */
  static void write(Element body, Parts parts) {
    parts.of("style").forEach(sheet -> apply(sheet.data(), body, parts));
    parts.of("textarea").forEach(each -> parts.style(each, "white-space: pre-wrap"));
    parts.of(LOST).forEach(each -> each.tagName("div"));
    for (Element styled : parts.with("style")) {
      String style = styled.attr("style").toLowerCase(Locale.ROOT);
      if (style.contains("white-space")) {
        preserve(styled, whiteSpace(styled));
      }
      if (style.contains("display") && !styled.isBlock() && BLOCK.matcher(style).find()) {
        separate(styled);
      }
    }
  }

  private static void preserve(Element styled, String kind) {
    if (PRESERVING.contains(kind)) {
      within(styled).forEach(each -> preserve(each, !kind.equals("pre-line")));
    }
  }

  // Pasted documents bring rules of their own, but few of this kind.
  private static void apply(String sheet, Element body, Parts parts) {
    if (sheet.length() <= LONGEST_SHEET && sheet.contains("white-space")) {
      RULE.matcher(sheet).results().limit(MOST_RULES).forEach(rule -> apply(rule, body, parts));
    }
  }

  private static void apply(MatchResult rule, Element body, Parts parts) {
    try {
      body.select(rule.group(1).strip()).forEach(each -> parts.style(each, rule.group(2)));
    } catch (IllegalArgumentException | IllegalStateException e) {
      // A selector of another kind, such as one for a state, applies to nothing here.
    }
  }

  private static String whiteSpace(Element element) {
    Matcher kind = WHITE_SPACE.matcher(element.attr("style"));
    return kind.find() ? kind.group(1).toLowerCase(Locale.ROOT) : "";
  }

  // Without those that a style of their own applies to.
  private static List<Element> within(Element styled) {
    List<Element> within = new ArrayList<>();
    styled.filter(
        (node, depth) -> {
          if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
          }
          if (depth > 0 && (element.nameIs("pre") || !whiteSpace(element).isEmpty())) {
            return FilterResult.SKIP_ENTIRELY;
          }
          within.add(element);
          return FilterResult.CONTINUE;
        });
    return within;
  }

  // All children at once: to insert them one by one would cost a walk through all for each.
  private static void preserve(Element element, boolean spaces) {
    List<Node> children = new ArrayList<>();
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode text && !betweenBlocks(text)) {
        lines(text.getWholeText(), spaces, children);
      } else {
        children.add(child);
      }
    }
    element.empty().appendChildren(children);
  }

  private static void lines(String text, boolean spaces, List<Node> nodes) {
    for (String line : LINE.split(text, -1)) {
      nodes.add(new TextNode(spaces ? wide(line) : line));
      nodes.add(new Element("br"));
    }
    nodes.removeLast();
  }

  private static String wide(String line) {
    return WIDE_SPACE.matcher(line.replace("\t", "    ")).replaceAll(NO_BREAK);
  }

  private static boolean betweenBlocks(TextNode text) {
    return text.isBlank() && (edge(text.previousSibling()) || edge(text.nextSibling()));
  }

  private static boolean edge(Node sibling) {
    return sibling == null || (sibling instanceof Element element && element.isBlock());
  }

  // Inside the element: to insert beside it would cost a walk through all that follow.
  private static void separate(Element element) {
    if (element.previousSibling() instanceof TextNode text && !text.isBlank()) {
      element.prependChild(new Element("br"));
    }
    if (!edge(element.nextSibling())) {
      element.appendChild(new Element("br"));
    }
  }
}
