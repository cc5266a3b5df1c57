package app.oegukmin.chatbot;

import app.oegukmin.shared.text.Folding;

/**
 * A text in which words of questions are looked for.
 *
 * @param words folded, with a space around each word
 * @param letters the same without spaces
 */
record SearchedText(String words, String letters) {

  static SearchedText of(String text) {
    String words = Folding.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    return new SearchedText(" " + words + " ", words.replace(" ", ""));
  }

  /** Whether a word begins so. */
  boolean hasWord(String beginning) {
    return words.contains(" " + beginning);
  }

  /** Whether such letters follow each other, with or without spaces. */
  boolean has(String part) {
    return letters.contains(part);
  }
}
