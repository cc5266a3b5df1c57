package app.oegukmin.qna;

import app.oegukmin.shared.post.Author;
import app.oegukmin.shared.post.PostKind;

/**
 * An answer without its text.
 *
 * @param ordinal its place among all answers that its question has ever had, from 1
 */
record Answer(
    long id,
    long questionId,
    long ordinal,
    long likes,
    Author author,
    String createdDate,
    String updatedDate) {

  /** The key of its text. */
  static String key(long id) {
    return PostKind.ANSWER.key(id);
  }
}
