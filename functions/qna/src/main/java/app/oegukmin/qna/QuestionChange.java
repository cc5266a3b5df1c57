package app.oegukmin.qna;

/** A question as its author wants it to be; all of it is stored (D-Q13). */
record QuestionChange(Long id, String title, String context, String tag) {

  QuestionRequest content() {
    return new QuestionRequest(title, context, tag);
  }
}
