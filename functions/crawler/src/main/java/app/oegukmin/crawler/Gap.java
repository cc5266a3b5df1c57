package app.oegukmin.crawler;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.work.CrawlPage;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;

/**
 * What no run has read of a board: list pages that went to the dead letters, and what lies behind
 * them. A later run walks on over known articles until it has passed them, one run at a time
 * (F-63).
 *
 * @param until known articles from this number on do not end the walk
 * @param first whether the board was seen for the first time, so that only so many pages are read
 * @param run the run that walks, empty string while none does
 * @param page the last page that it has sent
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Gap(long until, boolean first, String run, int page) {

  /** Nothing was left unread. */
  static final Gap NONE = new Gap(Long.MAX_VALUE, false, "", 0);

  /** Whether a page belongs to the walk, and the page behind it has not been sent yet. */
  boolean isWalkedBy(CrawlPage crawled) {
    if (equals(NONE)) {
      return false;
    }
    return run.equals(crawled.run())
        ? page == crawled.page()
        : crawled.page() == 1 && (run.isEmpty() || crawled.triesSkipped());
  }

  /** The same when a page has been sent. */
  Gap sent(CrawlPage next) {
    return new Gap(until, first, next.run(), next.page());
  }

  /**
   * This and a page more that was given up. Who walks just now may have passed it unread, so the
   * next run walks anew.
   *
   * @param firstSight whether its run was the board's first one
   */
  Gap with(CrawlPage givenUp, boolean firstSight) {
    return new Gap(Math.min(until, givenUp.below()), first || firstSight, "", 0);
  }

  static Gap of(String json) {
    try {
      return Json.MAPPER.readValue(json, Gap.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not a board's gap", e);
    }
  }

  String json() {
    try {
      return Json.MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A record is always JSON", e);
    }
  }
}
