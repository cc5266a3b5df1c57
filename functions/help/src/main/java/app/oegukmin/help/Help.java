package app.oegukmin.help;

import app.oegukmin.shared.post.Author;
import app.oegukmin.shared.post.PostKind;

/**
 * A help article without its text.
 *
 * @param helper true: a helper looks for whom to help; false: somebody looks for a helper
 * @param done whether the owner has found who was looked for
 */
record Help(
    long id,
    String title,
    boolean helper,
    boolean done,
    Author author,
    String createdDate,
    String updatedDate) {

  /** Its name among all posts. */
  static String key(long id) {
    return PostKind.HELP.key(id);
  }
}
