package app.oegukmin.crawler;

import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Locale;

/**
 * One list page to crawl: a message of the crawl queue.
 *
 * @param run when the run began; later runs sort later
 * @param board name of the board
 * @param page 1 is the newest
 * @param kind what is wanted of the run
 * @param below articles from this number on have been met by the run itself, on pages before: a
 *     feed repeats in the list, and what is posted meanwhile moves rows on
 */
record CrawlPage(String run, String board, int page, Kind kind, long below) {

  /** What a run is for. */
  enum Kind {
    /** To notice new articles, at the least cost. */
    OFTEN,
    /** To notice edits and removals too. */
    DAILY,
    /**
     * To be watched by a person: the run is put on record whatever it finds, and tries once more
     * what was left out.
     */
    MANUAL;

    private static Kind named(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }

  private static final int VERSION = 1;

  /** The message of a body made by {@link #json()}. */
  static CrawlPage of(String body) throws IOException {
    JsonNode message = Json.MAPPER.readTree(body);
    int version = message.path("v").asInt();
    if (version != VERSION) {
      throw new IOException("Unknown version of a crawl message: " + version);
    }
    return new CrawlPage(
        message.required("run").asText(),
        message.required("board").asText(),
        message.required("page").asInt(),
        Kind.named(message.path("kind").asText("often")),
        message.path("below").asLong(Long.MAX_VALUE));
  }

  /** The body of a message. */
  String json() {
    return Json.MAPPER
        .createObjectNode()
        .put("v", VERSION)
        .put("run", run)
        .put("board", board)
        .put("page", page)
        .put("kind", kind.name().toLowerCase(Locale.ROOT))
        .put("below", below)
        .toString();
  }

  /** Whether articles that could not be read before are to be tried again. */
  boolean triesSkipped() {
    return kind != Kind.OFTEN;
  }

  /** The first page of a board. */
  static CrawlPage first(String run, String board, Kind kind) {
    return new CrawlPage(run, board, 1, kind, Long.MAX_VALUE);
  }

  /** The page behind this one, whose oldest article has a number. */
  CrawlPage next(long oldest) {
    return new CrawlPage(run, board, page + 1, kind, Math.min(below, oldest));
  }
}
