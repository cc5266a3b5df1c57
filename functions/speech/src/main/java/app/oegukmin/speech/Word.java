package app.oegukmin.speech;

/**
 * A word and how it was said.
 *
 * @param errorType {@code None}, {@code Mispronunciation} or another type of Azure's, or one of the
 *     two below
 * @param accuracy from 0 to 100
 */
record Word(String text, String errorType, double accuracy) {

  static final String NONE = "None";
  static final String OMISSION = "Omission";
  static final String INSERTION = "Insertion";

  /** A word of the sentence that was not said. */
  static Word omitted(String text) {
    return new Word(text, OMISSION, 0);
  }

  /** The same word, which is not in the sentence. */
  Word inserted() {
    return new Word(text, INSERTION, accuracy);
  }

  boolean is(String type) {
    return errorType.equals(type);
  }
}
