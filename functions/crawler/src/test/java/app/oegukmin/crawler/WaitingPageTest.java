package app.oegukmin.crawler;

import static app.oegukmin.crawler.OfficialPages.article;
import static app.oegukmin.crawler.OfficialPages.list;
import static app.oegukmin.crawler.OfficialPages.listUrl;
import static app.oegukmin.crawler.OfficialPages.row;
import static app.oegukmin.crawler.OfficialPages.url;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.crawler.fetch.HostTable;
import app.oegukmin.crawler.site.Boards;
import app.oegukmin.shared.work.CrawlWork;
import app.oegukmin.shared.work.WorkConsumer;
import app.oegukmin.shared.work.WorkJson;
import app.oegukmin.testkit.AwsCalls;
import app.oegukmin.testkit.FakeSite;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages that wait for their host, and pages that are given up. */
@Tag("process")
class WaitingPageTest {

  @RegisterExtension static final Stack STACK = Crawl.stack();

  private static final String ACADEMIC = "official-academic";
  private static final String HOST = Boards.load().named(ACADEMIC).orElseThrow().host();
  private static final Duration PATIENCE = Duration.ofHours(2);

  private Crawl crawl;

  @BeforeEach
  void start() throws Exception {
    STACK.clear();
    crawl = new Crawl(STACK, Map.of());
    crawl.site().html(listUrl(4, 1), list(row(4, 1)));
    crawl.site().html(url(4, 1), article("수강신청 안내", "2026.11.20", ""));
  }

  @AfterEach
  void stop() {
    crawl.close();
  }

  @Test
  @DisplayName("F-20: a page waits for its host in the queue, and not as a new message")
  void f20_waitsWhileAnotherFunctionAsksTheHost() throws Exception {
    crawl.begin(ACADEMIC);
    holdHost(Duration.ofMinutes(20));
    AwsCalls.forget();

    while (crawl.titles().isEmpty()) {
      crawl.queue().deliver(1);
      assertThat(crawl.queue().failed()).isEmpty();
      crawl.queue().pauses().stream().min(Comparator.naturalOrder()).ifPresent(this::pass);
    }

    assertThat(AwsCalls.count("ChangeMessageVisibility")).isPositive();
    assertThat(AwsCalls.count("SendMessage")).isZero();
    assertThat(crawl.drain()).isEmpty();
  }

  @Test
  void f20_waitsAsLongAsTheHostSays() throws Exception {
    crawl.site().answers(listUrl(4, 1), busy(600));
    crawl.begin(ACADEMIC);

    crawl.queue().deliver(1);

    assertThat(crawl.queue().pauses()).containsExactly(Duration.ofMinutes(10));
    crawl.site().html(listUrl(4, 1), list(row(4, 1)));
    pass(Duration.ofMinutes(10));
    crawl.queue().deliver(1);
    assertThat(crawl.titles()).hasSize(1);
  }

  @Test
  void f20_looksAgainAfterAQuarterOfAnHourAtMost() throws Exception {
    crawl.site().answers(listUrl(4, 1), busy(7200));
    crawl.begin(ACADEMIC);

    crawl.queue().deliver(1);

    assertThat(crawl.queue().pauses()).containsExactly(WorkConsumer.LONGEST_PAUSE);
  }

  @Test
  @DisplayName("F-20: waiting ends, long before the queue's own count of deliveries does")
  void f20_givesUpAfterTwoHoursOfWaiting() throws Exception {
    crawl.begin(ACADEMIC);
    holdHost(Duration.ofDays(1));

    int deliveries = 0;
    while (crawl.queue().deliver(1) > 0) {
      deliveries++;
      crawl.queue().pauses().forEach(this::pass);
    }

    assertThat(deliveries).isBetween(8, 45);
    assertThat(STACK.take("CrawlDeadLetters")).hasSize(1).allMatch(WaitingPageTest::isPage);
    assertThat(crawl.titles()).isEmpty();
  }

  @Test
  void givesUpAPageThatHasFailedForTwoHours() throws Exception {
    crawl.site().html(listUrl(4, 1), "<p>점검 중입니다</p>");
    crawl.begin(ACADEMIC);

    int deliveries = 0;
    for (Duration passed = Duration.ZERO; passed.compareTo(PATIENCE) <= 0; ) {
      deliveries += crawl.queue().deliver(1);
      passed = passed.plus(Duration.ofMinutes(31));
      pass(Duration.ofMinutes(31));
      assertThat(STACK.take("CrawlDeadLetters")).isEmpty();
    }
    assertThat(deliveries).isEqualTo(4);
    crawl.queue().deliver(1);
    assertThat(STACK.take("CrawlDeadLetters")).hasSize(1).allMatch(WaitingPageTest::isPage);
  }

  @Test
  void f20_sendsAPoisonMessageToTheDeadLettersAtOnce() {
    crawl.queue().send(List.of("{\"v\":1,\"run\":\"r\",\"board\":\"b\",\"page\":1}"));

    crawl.queue().deliver(1);

    assertThat(crawl.queue().failed()).isEmpty();
    assertThat(STACK.take("CrawlDeadLetters")).hasSize(1);
  }

  @Test
  @DisplayName("F-50: an article that fails for hours does not take its page to the dead letters")
  void f50_oneBadArticleDoesNotEndItsPage() throws Exception {
    crawl.site().html(listUrl(4, 1), list(row(4, 2), row(4, 1)));
    crawl.site().answers(url(4, 2), FakeSite.send(500, "text/html", ""));
    crawl.begin(ACADEMIC);

    while (crawl.queue().deliver(1) > 0 && !crawl.queue().failed().isEmpty()) {
      pass(Duration.ofMinutes(31));
    }
    crawl.drain();

    assertThat(STACK.take("CrawlDeadLetters")).isEmpty();
    crawl.site().html(url(4, 2), article("나중에 읽힌 글", "2026.11.20", ""));
    crawl.runAs("daily", ACADEMIC);
    assertThat(crawl.titles()).hasSize(2);
  }

  @Test
  @DisplayName("F-37: 429 without Retry-After ends the page, and the host is left alone")
  void f37_tooManyRequestsEndThePage() throws Exception {
    crawl.site().html(listUrl(4, 1), list(row(4, 3), row(4, 2), row(4, 1)));
    crawl.site().answers(url(4, 3), FakeSite.send(429, "text/html", ""));
    crawl.begin(ACADEMIC);

    crawl.queue().deliver(1);

    assertThat(crawl.queue().failed()).isEmpty();
    assertThat(crawl.queue().pauses()).hasSize(1);
    assertThat(crawl.site().requests()).contains(url(4, 3)).doesNotContain(url(4, 2), url(4, 1));
  }

  @Test
  @DisplayName("F-37: a page that comes back from the dead letters may wait anew")
  void f37_aRedrivenPageMayWait() throws Exception {
    crawl.begin(ACADEMIC);
    holdHost(Duration.ofHours(3));
    while (crawl.queue().deliver(1) > 0) {
      crawl.queue().pauses().forEach(this::pass);
    }
    List<String> dead = STACK.take("CrawlDeadLetters");

    crawl.queue().send(dead);
    crawl.queue().deliver(1);

    assertThat(crawl.queue().pauses()).hasSize(1);
    assertThat(STACK.take("CrawlDeadLetters")).isEmpty();
    assertThat(crawl.drain()).isEmpty();
    assertThat(crawl.titles()).hasSize(1);
  }

  private static boolean isPage(String body) {
    return WorkJson.read(body, CrawlWork.class).key().contains(ACADEMIC);
  }

  private void holdHost(Duration time) {
    HostTable hosts = new HostTable(STACK.dynamodb(), STACK.table("HostTable"));
    hosts.take(HOST, "another", crawl.clock().instant(), crawl.clock().instant().plus(time));
  }

  private void pass(Duration time) {
    crawl.clock().advance(time);
  }

  private static FakeSite.Answer busy(int seconds) {
    return exchange -> {
      exchange.getResponseHeaders().set("Retry-After", Integer.toString(seconds));
      FakeSite.send(429, "text/html", "").to(exchange);
    };
  }
}
