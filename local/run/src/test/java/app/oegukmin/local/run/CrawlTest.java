package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.local.event.FakeFunctions;
import app.oegukmin.shared.budget.MonthlyUnits;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.template.Queue;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Tag("process")
class CrawlTest {

  @RegisterExtension
  static final Stack STACK = Stack.of("CrawlQueue", "BoardTable", "TranslationTable");

  private final List<String> told = new ArrayList<>();
  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-30T23:59:00Z"));

  @BeforeEach
  void empty() {
    STACK.clear();
  }

  private Crawl crawl(FakeFunctions functions) {
    String url = STACK.queue("CrawlQueue");
    Queue queue =
        new Queue(
            "CrawlQueue", "", url, Duration.ofSeconds(30), Duration.ofDays(1), Optional.empty());
    var idle = new FakeMapping("idle", () -> 0, moment -> true);
    Backlog backlog = new Backlog(STACK.sqs(), List.of(queue));
    return new Crawl(functions, List.of(idle), backlog, report(), Clock.systemUTC());
  }

  private CrawlReport report() {
    var months =
        Dynamo.table(
            STACK.dynamodb(), STACK.table("TranslationTable"), MonthlyUnits.schema("characters"));
    var month = new MonthlyCharacters(months, 500, clock);
    return new CrawlReport(STACK.dynamodb(), STACK.table("BoardTable"), month);
  }

  @Test
  void asksBothCrawlersToBeginAndWaitsForTheEnd() throws InterruptedException {
    FakeFunctions functions = FakeFunctions.content();

    assertThat(crawl(functions).run(List.of(), status -> {}, told::add)).isTrue();

    assertThat(functions.events())
        .hasSize(2)
        .allMatch(e -> e.path("source").asText().equals("manual"));
    assertThat(told).first().asString().startsWith("Menus: ");
    assertThat(told).anyMatch(line -> line.matches("Done in \\d+ s\\."));
  }

  @Test
  void crawlsOnlyTheBoardsThatAreNamed() throws InterruptedException {
    FakeFunctions functions = FakeFunctions.content();

    crawl(functions).run(List.of("official-academic"), status -> {}, told::add);

    assertThat(functions.events())
        .singleElement()
        .hasToString("{\"source\":\"manual\",\"boards\":[\"official-academic\"]}");
  }

  @Test
  void showsWhatComesFromEachQueueAndTable() throws InterruptedException {
    List<String> status = new ArrayList<>();
    FakeFunctions functions = FakeFunctions.content();
    var pages = new FakeMapping("CrawlQueue", () -> 10L * functions.events().size(), m -> true);
    Backlog nothing = new Backlog(STACK.sqs(), List.of());
    Crawl crawl = new Crawl(functions, List.of(pages), nothing, report(), Clock.systemUTC());

    crawl.run(List.of(), status::add, told::add);

    assertThat(status).containsExactly("CrawlQueue 20");
    assertThat(told).anyMatch(line -> line.matches(" +CrawlQueue +20"));
  }

  @Test
  void endsWithATableOfWhatTheRunHasFound() throws InterruptedException {
    record("a", "run-2", 3);
    record("b", "run-1", 9);
    spend("month#2026-11", 60);
    FakeFunctions functions =
        new FakeFunctions(
            event -> {
              spend("month#2026-11", 20);
              return "{\"run\": \"run-2\", \"boards\": [\"a\", \"b\"]}";
            });

    crawl(functions).run(List.of(), status -> {}, told::add);

    assertThat(told.subList(told.size() - 5, told.size()))
        .extracting(line -> line.strip().replaceAll(" +", " "))
        .containsExactly(
            "board pages new changed failed characters",
            "a 2 3 1 0",
            "b 0 0 0 0",
            "all 2 3 1 0 40",
            "Characters this month: 100 of 500");
  }

  private static void spend(String month, int more) {
    var key = Map.of("key", AttributeValue.fromS(month));
    var values = Map.of(":more", AttributeValue.fromN(String.valueOf(more)));
    STACK
        .dynamodb()
        .updateItem(
            r ->
                r.tableName(STACK.table("TranslationTable"))
                    .key(key)
                    .updateExpression("ADD characters :more")
                    .expressionAttributeValues(values));
  }

  @Test
  void countsAnewWhenTheMonthTurns() throws InterruptedException {
    spend("month#2026-11", 60);
    FakeFunctions functions =
        new FakeFunctions(
            event -> {
              clock.advance(Duration.ofMinutes(1));
              return "{}";
            });

    crawl(functions).run(List.of(), status -> {}, told::add);

    assertThat(told).last().isEqualTo("Characters this month: 0 of 500");
  }

  private static void record(String board, String run, int added) {
    STACK
        .dynamodb()
        .putItem(
            r ->
                r.tableName(STACK.table("BoardTable"))
                    .item(
                        Map.of(
                            "board", AttributeValue.fromS(board),
                            "lastRun", AttributeValue.fromS(run),
                            "walked", AttributeValue.fromNs(List.of("1", "2")),
                            "added", AttributeValue.fromN(String.valueOf(added)),
                            "changed", AttributeValue.fromN("1"),
                            "failed", AttributeValue.fromN("0"))));
  }

  @Test
  void showsWhatIsLeftInTheQueues() throws InterruptedException {
    STACK.sqs().sendMessage(r -> r.queueUrl(STACK.queue("CrawlQueue")).messageBody("left"));

    crawl(FakeFunctions.content()).run(List.of(), status -> {}, told::add);

    assertThat(told).anyMatch(line -> line.matches(" +CrawlQueue +1 left"));
  }

  @Test
  void showsWhatWaitsInTheQueues() throws InterruptedException {
    String url = STACK.queue("CrawlQueue");
    STACK.sqs().sendMessage(r -> r.queueUrl(url).messageBody("waits").delaySeconds(600));

    crawl(FakeFunctions.content()).run(List.of(), status -> {}, told::add);

    assertThat(told).anyMatch(line -> line.matches(" +CrawlQueue +1 left"));
  }

  @Test
  void saysWhyACrawlDoesNotBegin() throws InterruptedException {
    FakeFunctions functions =
        new FakeFunctions(
            event -> {
              throw FakeFunctions.error();
            });

    assertThat(crawl(functions).run(List.of(), status -> {}, told::add)).isFalse();
    assertThat(told).containsExactly("The crawl did not begin: as the test wants");
  }

  @Test
  void goesOnWhenTheMenusCannotBeRead() throws InterruptedException {
    List<JsonNode> events = new ArrayList<>();
    FakeFunctions functions =
        new FakeFunctions(
            event -> {
              events.add(event);
              if (events.size() == 2) {
                throw FakeFunctions.error();
              }
              return "{}";
            });

    assertThat(crawl(functions).run(List.of(), status -> {}, told::add)).isTrue();
    assertThat(told).first().isEqualTo("The menus could not be read: as the test wants");
  }
}
