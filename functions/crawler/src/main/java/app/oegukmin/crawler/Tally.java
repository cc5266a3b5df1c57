package app.oegukmin.crawler;

/**
 * What became of the unknown articles of a page.
 *
 * @param added stored
 * @param gone listed, but the site no longer has them
 * @param failed unreadable, or to be tried again
 * @param again whether some of the failed are worth another try
 */
record Tally(int added, int gone, int failed, boolean again) {

  /** Nothing yet. */
  static final Tally NONE = new Tally(0, 0, 0, false);

  /** What can become of an article; {@code KNOWN} to another run meanwhile. */
  enum Outcome {
    ADDED,
    KNOWN,
    GONE,
    FAILED,
    AGAIN
  }

  /** This and one article more. */
  Tally and(Outcome outcome) {
    return switch (outcome) {
      case ADDED -> new Tally(added + 1, gone, failed, again);
      case KNOWN -> this;
      case GONE -> new Tally(added, gone + 1, failed, again);
      case FAILED -> new Tally(added, gone, failed + 1, again);
      case AGAIN -> new Tally(added, gone, failed + 1, true);
    };
  }
}
