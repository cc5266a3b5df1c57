package app.oegukmin.speech;

/** A word on the wire (contract §6.8). */
record WordView(String word, String errorType, double accuracy) {

  static WordView of(Word word) {
    return new WordView(word.text(), word.errorType(), word.accuracy());
  }
}
