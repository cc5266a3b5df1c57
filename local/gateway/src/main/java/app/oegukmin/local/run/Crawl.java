package app.oegukmin.local.run;

import app.oegukmin.local.event.Mapping;
import app.oegukmin.local.function.FunctionError;
import app.oegukmin.local.function.Functions;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Crawls once, and watches the articles on their way until each is where it belongs. */
final class Crawl {

  private static final String CRAWLER = "CrawlerFunction";

  private final Functions functions;
  private final List<Mapping> mappings;
  private final Backlog backlog;
  private final Clock clock;

  Crawl(Functions functions, List<Mapping> mappings, Backlog backlog, Clock clock) {
    this.functions = functions;
    this.mappings = List.copyOf(mappings);
    this.backlog = backlog;
    this.clock = clock;
  }

  /**
   * Crawls, and tells in lines how it goes.
   *
   * @param boards names of boards, none for all
   * @return false when the crawler refused to begin; the lines say why
   */
  boolean run(List<String> boards, Consumer<String> tell) throws InterruptedException {
    Instant begun = clock.instant();
    Drain drain = new Drain(mappings, clock);
    try {
      functions.invoke(CRAWLER, event(boards));
    } catch (FunctionError e) {
      tell.accept("The crawl did not begin: " + e.getMessage());
      return false;
    }
    boolean drained = drain.await(tell);
    tell.accept(drained ? "Done in " + since(begun) + "." : "Some work waits for another try.");
    backlog.table().forEach(tell);
    return true;
  }

  private String since(Instant begun) {
    return Duration.between(begun, clock.instant()).toSeconds() + " s";
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
