package app.oegukmin.crawler;

import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * One list page to crawl: a message of the crawl queue.
 *
 * @param run when the run began; later runs sort later
 * @param board name of the board
 * @param page 1 is the newest
 */
record CrawlPage(String run, String board, int page) {

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
        message.required("page").asInt());
  }

  /** The body of a message. */
  String json() {
    return Json.MAPPER
        .createObjectNode()
        .put("v", VERSION)
        .put("run", run)
        .put("board", board)
        .put("page", page)
        .toString();
  }

  /** The page behind this one. */
  CrawlPage next() {
    return new CrawlPage(run, board, page + 1);
  }
}
