package app.oegukmin.local.run;

import app.oegukmin.local.event.Mapping;
import app.oegukmin.local.function.FunctionError;
import app.oegukmin.local.function.Functions;
import app.oegukmin.local.function.TooManyRequestsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Crawls once, and watches articles and menus on their way until each is where it belongs. */
final class Crawl {

  private static final String CRAWLER = "CrawlStartFunction";
  private static final String MENU_CRAWLER = "MenuCrawlerFunction";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Functions functions;
  private final List<Mapping> mappings;
  private final Backlog backlog;
  private final CrawlReport report;
  private final Clock clock;

  Crawl(
      Functions functions,
      List<Mapping> mappings,
      Backlog backlog,
      CrawlReport report,
      Clock clock) {
    this.functions = functions;
    this.mappings = List.copyOf(mappings);
    this.backlog = backlog;
    this.report = report;
    this.clock = clock;
  }

  /**
   * Crawls.
   *
   * @param boards names of boards, none for all and the menus
   * @param status gets a line on how it goes, again and again
   * @param tell gets the lines of the result
   * @return false when the crawler refused to begin; the lines say why
   */
  boolean run(List<String> boards, Consumer<String> status, Consumer<String> tell)
      throws InterruptedException {
    Instant begun = clock.instant();
    Drain drain = new Drain(mappings, clock);
    long usedBefore = report.month().used();
    JsonNode response;
    try {
      response = JSON.readTree(functions.invoke(CRAWLER, event(boards)));
    } catch (IOException e) {
      throw new UncheckedIOException("The crawler answers JSON", e);
    } catch (FunctionError | TooManyRequestsException e) {
      tell.accept("The crawl did not begin: " + e.getMessage());
      return false;
    }
    if (boards.isEmpty()) {
      crawlMenus(tell);
    }
    boolean drained = drain.await(counts -> status.accept(line(counts)));
    long seconds = Duration.between(begun, clock.instant()).toSeconds();
    tell.accept(drained ? "Done in " + seconds + " s." : "Not everything is done: see the logs.");
    drain.delivered().forEach((name, count) -> tell.accept(row(name, count, "")));
    backlog.left().forEach((name, count) -> tell.accept(row(name, count, "left")));
    report.table(response, usedBefore).forEach(tell);
    return true;
  }

  private void crawlMenus(Consumer<String> tell) {
    try {
      byte[] counts = functions.invoke(MENU_CRAWLER, event(List.of()));
      tell.accept("Menus: " + new String(counts, StandardCharsets.UTF_8));
    } catch (FunctionError | TooManyRequestsException e) {
      tell.accept("The menus could not be read: " + e.getMessage());
    }
  }

  private static String line(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(count -> count.getKey() + " " + count.getValue())
        .collect(Collectors.joining(" · "));
  }

  private static String row(String name, long count, String remark) {
    return "  %-24s %6d %s".formatted(name, count, remark).stripTrailing();
  }

  private static byte[] event(List<String> boards) {
    ObjectNode event = JsonNodeFactory.instance.objectNode().put("source", "manual");
    if (!boards.isEmpty()) {
      ArrayNode names = event.putArray("boards");
      boards.forEach(names::add);
    }
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }
}
