package app.oegukmin.shared.work;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * Crawl one list page of a board.
 *
 * @param run when the run began; later runs sort later
 * @param board name of the board
 * @param page 1 is the newest
 * @param purpose what is wanted of the run
 * @param below articles from this number on have been met by the run itself, on pages before: a
 *     feed repeats in the list, and what is posted meanwhile moves rows on
 * @param part how often the page was left before its end for lack of time
 */
@JsonTypeName("page")
public record CrawlPage(String run, String board, int page, Purpose purpose, long below, int part)
    implements CrawlWork {

  /** What a run is for. */
  public enum Purpose {
    /** To notice new articles, at the least cost. */
    OFTEN,
    /** To notice edits and removals too. */
    DAILY,
    /**
     * To be watched by a person: the run is put on record whatever it finds, and tries once more
     * what was left out.
     */
    MANUAL
  }

  /** The first page of a board. */
  public static CrawlPage first(String run, String board, Purpose purpose) {
    return new CrawlPage(run, board, 1, purpose, Long.MAX_VALUE, 0);
  }

  /** The page behind this one, whose oldest article has a number. */
  public CrawlPage next(long oldest) {
    return new CrawlPage(run, board, page + 1, purpose, Math.min(below, oldest), 0);
  }

  /** The rest of this page. */
  public CrawlPage rest() {
    return new CrawlPage(run, board, page, purpose, below, part + 1);
  }

  /** Whether articles that could not be read before are to be tried again. */
  public boolean triesSkipped() {
    return purpose != Purpose.OFTEN;
  }

  /** {@code <run>:<board>:<page>:<part>}. */
  @Override
  public String key() {
    return run + ":" + board + ":" + page + ":" + part;
  }
}
