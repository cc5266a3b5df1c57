package app.oegukmin.crawler;

import app.oegukmin.crawler.CrawlPage.Kind;
import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Begins runs: one message per board, for its first page. */
final class CrawlRun {

  // Of one length, so that later runs sort later.
  private static final DateTimeFormatter BEGUN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  // How often the template's schedule comes.
  private static final int SLOT_MINUTES = 30;

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
   * @param event {@code source} is {@code schedule} for the boards whose turn it is, {@code daily}
   *     for a thorough look at all, else a person has begun it; {@code boards} are the names of
   *     those to crawl, none for all
   * @return {@code {"run": …, "boards": [names]}}
   * @throws IllegalArgumentException when a name is no board's; nothing is crawled then
   */
  ObjectNode begin(JsonNode event) {
    Instant now = clock.instant();
    String run = BEGUN.format(now);
    Kind kind = kind(event.path("source").asText());
    List<CrawlPage> pages =
        chosen(event.path("boards")).stream()
            .filter(board -> kind != Kind.OFTEN || due(board, now))
            .map(board -> CrawlPage.first(run, board.name(), kind))
            .toList();
    queue.send(pages);
    ObjectNode answer = Json.MAPPER.createObjectNode().put("run", run);
    ArrayNode begun = answer.putArray("boards");
    pages.forEach(page -> begun.add(page.board()));
    return answer;
  }

  private static Kind kind(String source) {
    return switch (source) {
      case "schedule" -> Kind.OFTEN;
      case "daily" -> Kind.DAILY;
      default -> Kind.MANUAL;
    };
  }

  // Schedules come some seconds late, never half an hour.
  private static boolean due(Board board, Instant now) {
    long slot = now.getEpochSecond() / 60 / SLOT_MINUTES;
    return slot % Math.max(1, board.every() / SLOT_MINUTES) == 0;
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
