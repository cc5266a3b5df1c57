package app.oegukmin.qna;

import java.util.List;

/**
 * A page of answers as the app reads it (contract §6.5).
 *
 * @param lastCursorId null on the last page
 */
record AnswerListView(Long lastCursorId, boolean hasNext, List<AnswerView> answerList) {}
