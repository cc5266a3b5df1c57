package app.oegukmin.shared.search;

import java.lang.Character.UnicodeScript;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The fields of a document in an index and what they are worth, the same in both engines. */
final class SearchFields {

  static final String KEY = "key";
  static final String KIND = "kind";
  static final String ID = "id";
  static final String LIST = "list";
  static final String LANGUAGE = "language";
  static final String GROUP = "group";
  static final String DATE = "date";

  /** The language of what has none: whoever asks for a language gets it too. */
  static final String ANY_LANGUAGE = "";

  /** The analyzers of analysis.json; a title and a text have a field for each of them. */
  static final String KOREAN = "korean";

  static final String PAIRS = "pairs";
  static final String ENGLISH = "english";
  static final List<String> ANALYZERS = List.of(KOREAN, PAIRS, ENGLISH);

  /** What a hit in a title, and of all words together, is worth beside others. */
  static final float TITLE_BOOST = 3;

  static final float EXACT_BOOST = 4;

  /** What a new document gets more; one of the age beside it gets half of that. */
  static final float NEW_BOOST = 2;

  static final Duration HALF_AGE = Duration.ofDays(90);

  private SearchFields() {}

  static String title(String analyzer) {
    return "title_" + analyzer;
  }

  static String body(String analyzer) {
    return "body_" + analyzer;
  }

  /** A type or a tag as it is compared: equal for all spellings that differ in case. */
  static String group(String group) {
    return group.toLowerCase(Locale.ROOT);
  }

  /**
   * Which analyzers read a document: what its text is written in says more than the list it is in,
   * where it may be Korean until it is translated.
   */
  static List<String> analyzers(String text) {
    if (has(text, UnicodeScript.HANGUL)) {
      return ANALYZERS;
    }
    return has(text, UnicodeScript.HAN) ? List.of(PAIRS, ENGLISH) : List.of(ENGLISH);
  }

  private static boolean has(String text, UnicodeScript script) {
    return text.codePoints().anyMatch(point -> UnicodeScript.of(point) == script);
  }
}
