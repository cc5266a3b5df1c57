package app.oegukmin.qna;

import java.util.List;
import java.util.Optional;

/**
 * A page of answers as the app reads it (contract §6.5).
 *
 * @param lastCursorId null on the last page
 */
record AnswerListView(Long lastCursorId, boolean hasNext, List<AnswerView> answerList) {

  /** No answers. */
  static final AnswerListView EMPTY = of(List.of(), Optional.empty());

  static AnswerListView of(List<AnswerView> answers, Optional<Long> next) {
    return new AnswerListView(next.orElse(null), next.isPresent(), answers);
  }
}
