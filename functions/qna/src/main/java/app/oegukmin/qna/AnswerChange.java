package app.oegukmin.qna;

/** An answer as its author wants it to be (D-Q13); it stays with its question. */
record AnswerChange(Long id, String context) {}
