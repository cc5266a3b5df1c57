package app.oegukmin.translator;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Names that are never translated, wherever they stand (F-37). A name is found as a word of its
 * own, with or without a particle behind it: 북악관 in 북악관에서, and not in 구북악관 or 북악관로. It goes to the
 * vendor as an element that is not translated and comes back without that element.
 */
final class KeptNames {

  /** The element that holds a name on its way; no page has it. */
  static final String ELEMENT = "x-name";

  // Particles and forms of 이다 that are written without a space.
  private static final String PARTICLE =
      "은|는|이|가|을|를|의|에|에서|에게|께|께서|와|과|도|만|로|으로|로서|으로서|부터|까지|보다|처럼|마다|나|이나|란|이란"
          + "|라는|이라는|및|인|이며|이고|입니다|에는|에도|에서는|에서도|와의|과의|로의|으로의";

  private final Optional<Pattern> names;

  /**
   * Names as an operator lists them.
   *
   * @param list with commas between; none keeps nothing
   */
  KeptNames(String list) {
    String any =
        Stream.of(list.split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .sorted(Comparator.comparing(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    this.names = any.isEmpty() ? Optional.empty() : Optional.of(pattern(any));
  }

  private static Pattern pattern(String any) {
    String word = "[\\p{L}\\p{N}]";
    return Pattern.compile("(?<!%s)(?:%s)(?=(?:%s)?(?!%s))".formatted(word, any, PARTICLE, word));
  }

  /** Whether a text has one of the names. */
  boolean in(String text) {
    return names.map(name -> name.matcher(text).find()).orElse(false);
  }

  /** Wraps the names in everything within an element. */
  void mark(Element element) {
    List<TextNode> texts = element.nodeStream(TextNode.class).toList();
    names.ifPresent(name -> texts.forEach(text -> mark(text, name)));
  }

  private static void mark(TextNode text, Pattern name) {
    String whole = text.getWholeText();
    Matcher found = name.matcher(whole);
    int from = 0;
    while (found.find()) {
      before(text, new TextNode(whole.substring(from, found.start())));
      before(text, new Element(ELEMENT).attr("translate", "no").text(found.group()));
      from = found.end();
    }
    if (from > 0) {
      before(text, new TextNode(whole.substring(from)));
      text.remove();
    }
  }

  private static void before(TextNode text, Node node) {
    if (!(node instanceof TextNode part && part.getWholeText().isEmpty())) {
      text.before(node);
    }
  }
}
