package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.local.event.FakeFunctions;
import app.oegukmin.template.Queue;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CrawlTest {

  @RegisterExtension static final Stack STACK = Stack.of("CrawlQueue");

  private final List<String> told = new ArrayList<>();

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
    return new Crawl(functions, List.of(idle), backlog, Clock.systemUTC());
  }

  @Test
  void asksBothCrawlersToBeginAndWaitsForTheEnd() throws InterruptedException {
    FakeFunctions functions = FakeFunctions.content();

    assertThat(crawl(functions).run(List.of(), status -> {}, told::add)).isTrue();

    assertThat(functions.events())
        .hasSize(2)
        .allMatch(e -> e.path("source").asText().equals("manual"));
    assertThat(told).first().asString().startsWith("Menus: ");
    assertThat(told).last().asString().matches("Done in \\d+ s\\.");
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
    Crawl crawl = new Crawl(functions, List.of(pages), nothing, Clock.systemUTC());

    crawl.run(List.of(), status::add, told::add);

    assertThat(status).containsExactly("CrawlQueue 20");
    assertThat(told).last().asString().matches(" +CrawlQueue +20");
  }

  @Test
  void showsWhatIsLeftInTheQueues() throws InterruptedException {
    STACK.sqs().sendMessage(r -> r.queueUrl(STACK.queue("CrawlQueue")).messageBody("left"));

    crawl(FakeFunctions.content()).run(List.of(), status -> {}, told::add);

    assertThat(told).last().asString().matches(" +CrawlQueue +1 left");
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
