package app.oegukmin.crawler;

import java.util.Collection;

/**
 * What became of the articles of a page that were fetched.
 *
 * @param added stored for the first time
 * @param changed stored in a new version
 * @param removed taken out, because the site has removed them
 * @param gone listed, but the site no longer has them
 * @param failed unreadable, or to be tried again
 * @param again whether some of the failed are worth another try
 */
record Tally(int added, int changed, int removed, int gone, int failed, boolean again) {

  /** Nothing yet. */
  static final Tally NONE = new Tally(0, 0, 0, 0, 0, false);

  /** What can become of an article; {@code KNOWN} when it is stored as it is. */
  enum Outcome {
    ADDED,
    CHANGED,
    REMOVED,
    KNOWN,
    GONE,
    FAILED,
    AGAIN;

    /** Whether its page was read. */
    boolean read() {
      return this != GONE && this != FAILED && this != AGAIN;
    }

    /** The same where another try can wait until a later run. */
    Outcome untilLater() {
      return this == AGAIN ? FAILED : this;
    }
  }

  /** The tally of some articles. */
  static Tally of(Collection<Outcome> outcomes) {
    return outcomes.stream().reduce(NONE, Tally::and, Tally::and);
  }

  /** This and one article more. */
  Tally and(Outcome outcome) {
    return switch (outcome) {
      case ADDED -> new Tally(added + 1, changed, removed, gone, failed, again);
      case CHANGED -> new Tally(added, changed + 1, removed, gone, failed, again);
      case REMOVED -> new Tally(added, changed, removed + 1, gone, failed, again);
      case KNOWN -> this;
      case GONE -> new Tally(added, changed, removed, gone + 1, failed, again);
      case FAILED -> new Tally(added, changed, removed, gone, failed + 1, again);
      case AGAIN -> new Tally(added, changed, removed, gone, failed + 1, true);
    };
  }

  /** This and another. */
  Tally and(Tally other) {
    return new Tally(
        added + other.added,
        changed + other.changed,
        removed + other.removed,
        gone + other.gone,
        failed + other.failed,
        again || other.again);
  }

  /** Whether nothing became of anything. */
  boolean isNothing() {
    return equals(NONE);
  }
}
