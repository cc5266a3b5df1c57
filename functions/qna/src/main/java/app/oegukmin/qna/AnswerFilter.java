package app.oegukmin.qna;

/**
 * Which answers a list has.
 *
 * @param cursorId 0 for the first page
 * @param sortBy {@code date} or {@code like}
 */
record AnswerFilter(Long questionId, Long cursorId, String sortBy) {}
