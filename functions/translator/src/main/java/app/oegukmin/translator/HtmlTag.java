package app.oegukmin.translator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Tag;

/**
 * A tag of a piece.
 *
 * @param closing whether it is an end tag
 * @param name in lower case
 * @param number what stands for its attributes, empty when it has none
 */
record HtmlTag(boolean closing, String name, String number) {

  /** Any tag; exact, because the attributes of a piece are numbers. */
  static final Pattern PATTERN = Pattern.compile("<(/?)([a-zA-Z][^\\s<>/]*)([^<>]*)>");

  private static final Pattern NUMBER = Pattern.compile("\\bid=[\"']?(\\d+)");

  /** The tag {@link #PATTERN} has found. */
  static HtmlTag of(MatchResult match) {
    Matcher number = NUMBER.matcher(match.group(3));
    return new HtmlTag(
        !match.group(1).isEmpty(),
        match.group(2).toLowerCase(Locale.ROOT),
        number.find() ? number.group(1) : "");
  }

  /**
   * Whether a translation has kept the markup of its source: well nested, every tag exactly once,
   * the blocks in order. Tags within a sentence may change places, as its words do.
   */
  static boolean agree(String source, String translation) {
    List<HtmlTag> before = tags(source);
    List<HtmlTag> after = tags(translation);
    return nested(after)
        && sorted(before).equals(sorted(after))
        && blocks(before).equals(blocks(after));
  }

  private static List<HtmlTag> tags(String html) {
    return PATTERN.matcher(html).results().map(HtmlTag::of).toList();
  }

  private static List<String> sorted(List<HtmlTag> tags) {
    return tags.stream().map(tag -> tag.html(" " + tag.number)).sorted().toList();
  }

  private static List<HtmlTag> blocks(List<HtmlTag> tags) {
    return tags.stream().filter(tag -> Tag.valueOf(tag.name).isBlock()).toList();
  }

  private static boolean nested(List<HtmlTag> tags) {
    Deque<String> open = new ArrayDeque<>();
    for (HtmlTag tag : tags) {
      if (!tag.closing) {
        if (!Tag.valueOf(tag.name).isEmpty()) {
          open.push(tag.name);
        }
      } else if (!tag.name.equals(open.poll())) {
        return false;
      }
    }
    return open.isEmpty();
  }

  /** The tag as HTML with its attributes. */
  String html(String attributes) {
    return closing ? "</" + name + ">" : "<" + name + attributes + ">";
  }
}
