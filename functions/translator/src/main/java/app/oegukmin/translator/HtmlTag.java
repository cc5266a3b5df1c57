package app.oegukmin.translator;

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

  /** Whether it begins or ends a block, and with it a sentence; a line break does not. */
  boolean isBlock() {
    Tag tag = Tag.valueOf(name);
    return tag.isBlock() && !tag.isEmpty();
  }

  /** Whether it begins an element that has an end tag. */
  boolean opens() {
    return !closing && !Tag.valueOf(name).isEmpty();
  }

  /** The tag as HTML with its attributes. */
  String html(String attributes) {
    return closing ? "</" + name + ">" : "<" + name + attributes + ">";
  }
}
