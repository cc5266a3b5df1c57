package app.oegukmin.dispatcher;

import app.oegukmin.shared.event.Change;
import app.oegukmin.shared.notice.ArticleTable;
import app.oegukmin.shared.notice.ArticleTable.Image;
import java.util.Optional;

/**
 * A change of the article table after which readers see something new.
 *
 * @param article the version that is stored now
 */
record ArticleChange(Image article) {

  /** Reads a change; empty for a removal and for one that leaves the version alone. */
  static Optional<ArticleChange> of(Change change) {
    return of(change.before(ArticleTable.IMAGES), change.after(ArticleTable.IMAGES));
  }

  static Optional<ArticleChange> of(Optional<Image> before, Optional<Image> after) {
    return after
        .filter(now -> !before.map(Image::hash).equals(Optional.of(now.hash())))
        .map(ArticleChange::new);
  }
}
