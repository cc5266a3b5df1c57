package app.oegukmin.speech;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What was to be read aloud. */
record Sentence(String text) {

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern EDGES =
      Pattern.compile("^[\\p{Punct}\\p{IsPunctuation}]+|[\\p{Punct}\\p{IsPunctuation}]+$");

  /**
   * The words that a recognition is compared with: in lower case, without punctuation at their
   * ends. Unlike the original, any white space separates words, and what is nothing but punctuation
   * is no word: a user could only ever be told that it is missing.
   */
  List<String> words() {
    return SPACE.splitAsStream(text).map(Sentence::plain).filter(word -> !word.isEmpty()).toList();
  }

  /** A word as words are compared. */
  static String plain(String word) {
    return EDGES.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
