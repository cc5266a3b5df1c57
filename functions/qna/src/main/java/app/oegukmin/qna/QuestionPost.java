package app.oegukmin.qna;

/** A question with its text. */
record QuestionPost(Question question, String text) {

  long id() {
    return question.id();
  }
}
