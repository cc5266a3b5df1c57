package app.oegukmin.qna;

/** A new answer; its author comes from the profile, whatever a body says (D-S10). */
record AnswerRequest(Long questionId, String context) {}
