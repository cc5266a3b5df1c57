package app.oegukmin.qna;

import java.util.List;
import java.util.OptionalLong;

/**
 * A page of answers as the app reads it (contract §6.5).
 *
 * @param lastCursorId null on the last page
 */
record AnswerListView(Long lastCursorId, boolean hasNext, List<AnswerView> answerList) {

  /** No answers. */
  static final AnswerListView EMPTY = of(List.of(), OptionalLong.empty());

  static AnswerListView of(List<AnswerView> answers, OptionalLong next) {
    return new AnswerListView(
        next.isPresent() ? next.getAsLong() : null, next.isPresent(), answers);
  }
}
