package app.oegukmin.menucrawler;

import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.event.Records;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.log.LogContext;
import app.oegukmin.shared.menu.MenuTable;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.order.CrawlOrderTable;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Brings the menus up to date, on a schedule or by hand, when the event says nothing, or those
 * around a day that an administrator has ordered, which comes as a change of a table. A run in
 * which no feed could be read fails, so that it is tried again (D-M8).
 */
public final class MenuCrawlerHandler implements RequestStreamHandler {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final MenuCrawl crawl;
  private final LogContext log = new LogContext();

  /** The function on Lambda. */
  public MenuCrawlerHandler() {
    this(System.getenv());
  }

  /** The function with an environment, which otherwise belongs to the process. */
  public MenuCrawlerHandler(Map<String, String> variables) {
    this(variables, Clock.systemUTC(), PATIENCE);
  }

  MenuCrawlerHandler(Map<String, String> variables, Clock clock, Duration patience) {
    Environment environment = new Environment(variables);
    FeedClient client = new FeedClient(environment, patience, clock);
    this.crawl =
        new MenuCrawl(
            List.of(new TodayMenuFeed(client), new CooperativeFeed(client)),
            new MenuTable(Dynamo.connect(environment), environment.require("MENU_TABLE")),
            new Metrics("menucrawler", clock, System.out),
            clock);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = Json.MAPPER.readTree(input);
    String trigger = event.at("/Records/0/eventSource").asText("schedule");
    log.run(context, trigger, () -> handle(event, output));
  }

  private void handle(JsonNode event, OutputStream output) throws IOException {
    if (event.has("Records")) {
      Records.changes(event, output, order -> crawl.run(day(order)));
    } else {
      Json.MAPPER.writeValue(output, crawl.run());
    }
  }

  private static LocalDate day(JsonNode order) {
    return CrawlOrderTable.day(order.at("/dynamodb/Keys/work/S").asText());
  }
}
