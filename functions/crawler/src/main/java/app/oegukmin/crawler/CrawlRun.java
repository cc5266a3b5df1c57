package app.oegukmin.crawler;

import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Begins runs: one message per board, for its first page. */
final class CrawlRun {

  // Of one length, so that later runs sort later.
  private static final DateTimeFormatter BEGUN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Boards boards;
  private final CrawlQueue queue;
  private final Clock clock;

  CrawlRun(Boards boards, CrawlQueue queue, Clock clock) {
    this.boards = boards;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * Begins a run.
   *
   * @param names of the boards to crawl; none for all
   * @return {@code {"run": …, "boards": [names]}}
   * @throws IllegalArgumentException when a name is no board's; nothing is crawled then
   */
  ObjectNode begin(JsonNode names) {
    String run = BEGUN.format(clock.instant());
    List<CrawlPage> pages =
        chosen(names).stream().map(board -> new CrawlPage(run, board.name(), 1)).toList();
    queue.send(pages);
    ObjectNode answer = Json.MAPPER.createObjectNode().put("run", run);
    ArrayNode begun = answer.putArray("boards");
    pages.forEach(page -> begun.add(page.board()));
    return answer;
  }

  private List<Board> chosen(JsonNode names) {
    if (names.isEmpty()) {
      return boards.all();
    }
    List<Board> chosen = new ArrayList<>();
    for (JsonNode name : names) {
      chosen.add(
          boards
              .named(name.asText())
              .orElseThrow(() -> new IllegalArgumentException("No board " + name)));
    }
    return chosen;
  }
}
