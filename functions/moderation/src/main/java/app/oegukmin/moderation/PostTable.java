package app.oegukmin.moderation;

import app.oegukmin.shared.dynamo.Transaction;
import java.util.List;
import java.util.Optional;

/** The posts of a kind. */
interface PostTable {

  /** A post that is not hidden. */
  Optional<Post> find(long id);

  /**
   * Hides a post or shows it again, on condition that it is there. A hidden one loses its pictures
   * for good.
   *
   * @return the caches that have it, empty when there is no such post
   */
  Optional<List<String>> hide(Transaction transaction, long id, boolean hide);
}
