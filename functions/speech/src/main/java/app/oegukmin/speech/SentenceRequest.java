package app.oegukmin.speech;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;

/** The JSON part of a request (contract §6.8). */
record SentenceRequest(String context) {

  // The app's own sentences are far shorter; Azure gets it in a header.
  private static final int LONGEST = 500;

  /**
   * The sentence to be read.
   *
   * @throws ApiException C001 when it has no word, or too many characters
   */
  Sentence sentence() {
    if (context == null || context.length() > LONGEST) {
      throw refused("Send a sentence of 1 to " + LONGEST + " characters in context");
    }
    Sentence sentence = new Sentence(context);
    if (sentence.words().isEmpty()) {
      throw refused("Send a sentence with a word in context");
    }
    return sentence;
  }

  private static ApiException refused(String message) {
    return new ApiException(ErrorCode.INVALID_INPUT, message);
  }
}
