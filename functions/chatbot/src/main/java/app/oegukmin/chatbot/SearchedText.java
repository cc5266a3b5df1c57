package app.oegukmin.chatbot;

import app.oegukmin.shared.text.Folding;

/**
 * A text in which words of questions are looked for.
 *
 * @param words folded, with a space around each word
 */
record SearchedText(String words) {

  static SearchedText of(String text) {
    String words = Folding.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    return new SearchedText(" " + words + " ");
  }

  /** Whether a word begins so. */
  boolean hasWord(String beginning) {
    return words.contains(" " + beginning);
  }

  /** Whether such letters follow each other in a word. */
  boolean has(String part) {
    return words.contains(part);
  }
}
