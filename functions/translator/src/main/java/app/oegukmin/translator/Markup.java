package app.oegukmin.translator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.parser.Parser;

/**
 * A text of a piece taken apart at some of its tags.
 *
 * @param seams those tags, with the spaces around them
 * @param tags the same, read
 * @param between what stands before, between and after them: one more than there are seams
 */
record Markup(List<String> seams, List<HtmlTag> tags, List<String> between) {

  /** At which tags a text is taken apart. */
  enum Seam {
    /** Between blocks: what is left are sentences, with the tags within them. */
    BLOCKS,
    /** At every tag: what is left is text alone. */
    TAGS
  }

  private static final Pattern NUMBERED =
      Pattern.compile("<[^<>/]*\\bid=[\"']?(\\d+)[^<>]*>([^<>]*)");
  private static final Pattern UNTOUCHED =
      Pattern.compile("<[^<>/]*\\bid=\"(\\d+)\" " + HtmlPiece.UNTOUCHED + ">([^<>]*)");
  private static final Pattern SPACED = Pattern.compile("\\s*+" + HtmlTag.PATTERN + "\\s*+");

  /** Takes a text apart; no tag and no letter is lost. */
  static Markup of(String html, Seam at) {
    List<String> seams = new ArrayList<>();
    List<HtmlTag> tags = new ArrayList<>();
    List<String> between = new ArrayList<>();
    Matcher found = SPACED.matcher(html);
    int from = 0;
    while (found.find()) {
      HtmlTag tag = HtmlTag.of(found);
      if (at == Seam.TAGS || tag.isBlock()) {
        seams.add(found.group());
        tags.add(tag);
        between.add(html.substring(from, found.start()));
        from = found.end();
      }
    }
    between.add(html.substring(from));
    return new Markup(seams, tags, between);
  }

  /**
   * Whether a translation has kept the markup of its source: the blocks in order, in each of them
   * every tag exactly once, well nested, words where there were some, and what is not to be
   * translated as it was. Tags within a sentence may change places, as its words do.
   */
  static boolean agree(String source, String translation) {
    Markup before = of(source, Seam.BLOCKS);
    Markup after = of(translation, Seam.BLOCKS);
    if (!before.tags.equals(after.tags)) {
      return false;
    }
    for (int i = 0; i < before.between.size(); i++) {
      if (!sentencesAgree(before.between.get(i), after.between.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sentencesAgree(String source, String translation) {
    List<HtmlTag> before = of(source, Seam.TAGS).tags;
    List<HtmlTag> after = of(translation, Seam.TAGS).tags;
    return sorted(before).equals(sorted(after))
        && (nested(before) ? nested(after) : before.equals(after))
        && (!hasWords(source) || !words(translation).isBlank())
        && contents(NUMBERED, translation)
            .entrySet()
            .containsAll(contents(UNTOUCHED, source).entrySet());
  }

  /** What stands in some elements, by their numbers. */
  private static Map<String, String> contents(Pattern elements, String html) {
    return elements
        .matcher(html)
        .results()
        .collect(Collectors.toMap(e -> e.group(1), e -> e.group(2).strip(), (one, other) -> one));
  }

  /** Whether there is something to translate between the tags. */
  static boolean hasWords(String html) {
    return words(html).codePoints().anyMatch(Character::isLetter);
  }

  private static String words(String html) {
    String text = HtmlTag.PATTERN.matcher(html).replaceAll("");
    return Parser.unescapeEntities(text, false).replace('\u00a0', ' ');
  }

  private static List<HtmlTag> sorted(List<HtmlTag> tags) {
    return tags.stream().sorted(Comparator.comparing(tag -> tag.html(tag.number()))).toList();
  }

  private static boolean nested(List<HtmlTag> tags) {
    Deque<String> open = new ArrayDeque<>();
    for (HtmlTag tag : tags) {
      if (tag.opens()) {
        open.push(tag.name());
      } else if (tag.closing() && !tag.name().equals(open.poll())) {
        return false;
      }
    }
    return open.isEmpty();
  }

  /** Whether what stands at a place of {@link #between} is marked as not to be translated. */
  boolean kept(int place) {
    int depth = 0;
    for (int i = 0; i < place; i++) {
      if (tags.get(i).opens() && (depth > 0 || seams.get(i).contains(HtmlPiece.UNTOUCHED))) {
        depth++;
      } else if (tags.get(i).closing() && depth > 0) {
        depth--;
      }
    }
    return depth > 0;
  }

  /** Puts the text together again with other contents, as many as {@link #between}. */
  String with(List<String> contents) {
    StringBuilder html = new StringBuilder(contents.getFirst());
    for (int i = 0; i < seams.size(); i++) {
      html.append(seams.get(i)).append(contents.get(i + 1));
    }
    return html.toString();
  }
}
