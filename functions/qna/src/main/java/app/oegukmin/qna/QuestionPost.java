package app.oegukmin.qna;

import java.util.Locale;

/** A question with its text. */
record QuestionPost(Question question, String text) {

  long id() {
    return question.id();
  }

  /**
   * Whether a word stands in title or text, letter by letter in any case.
   *
   * @param word in NFC and lower case
   */
  boolean has(String word) {
    return question.title().toLowerCase(Locale.ROOT).contains(word)
        || text.toLowerCase(Locale.ROOT).contains(word);
  }
}
