package app.oegukmin.qna;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * An answer as the app reads it (contract §6.5).
 *
 * @param likeCheck whether the viewer likes it; absent in the response to a new answer
 */
record AnswerView(
    long id,
    long questionId,
    String author,
    String context,
    long likeCount,
    @JsonInclude(JsonInclude.Include.NON_NULL) Boolean likeCheck,
    String createdDate,
    String updatedDate,
    String uuid) {

  static AnswerView of(Answer answer, String text, String viewer) {
    return new AnswerView(
        answer.id(),
        answer.questionId(),
        answer.author().author(),
        text,
        answer.likes(),
        null,
        answer.createdDate(),
        answer.updatedDate(),
        answer.author().uuidFor(Optional.of(viewer)));
  }

  AnswerView liked(boolean check) {
    return new AnswerView(
        id, questionId, author, context, likeCount, check, createdDate, updatedDate, uuid);
  }
}
