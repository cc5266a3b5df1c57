package app.oegukmin.crawler.fetch;

import static app.oegukmin.testkit.FakeSite.redirect;
import static app.oegukmin.testkit.FakeSite.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.oegukmin.testkit.FakeSite;
import app.oegukmin.testkit.Stack;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("process")
class FetcherTest {

  @RegisterExtension static final Stack STACK = Stack.of("HostTable");

  private static final Duration FIVE = Duration.ofSeconds(5);
  private static final String PAGE = "https://www.kookmin.ac.kr/a/index.do?page=1";

  private final List<Duration> rests = new ArrayList<>();
  private FakeSite site;
  private Fetcher fetcher;

  @BeforeEach
  void start() throws Exception {
    STACK.clear();
    site = new FakeSite();
    fetcher = fetcher(Duration.ofSeconds(5));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void asksForHtmlAndNamesItself() throws Exception {
    site.html(PAGE, "<p>안녕</p>");

    assertThat(get().html().text()).isEqualTo("안녕");
    assertThat(site.header("Accept")).isEqualTo("text/html");
    assertThat(site.header("User-Agent")).contains("Oegukmin").contains("desk@example.ac.kr");
  }

  @Test
  void readsTheCharsetOfTheHeader() throws Exception {
    site.answers(PAGE, send(200, "text/html;charset=euc-kr", "한글".getBytes(eucKr())));

    assertThat(get().html().text()).isEqualTo("한글");
  }

  @Test
  void readsTheCharsetOfTheMetaElement() throws Exception {
    String page = "<html><head><meta charset=euc-kr></head><body>한글</body></html>";
    site.answers(PAGE, send(200, "text/html", page.getBytes(eucKr())));

    assertThat(get().html().text()).isEqualTo("한글");
  }

  @Test
  void refusesAnotherContentType() {
    site.answers(PAGE, send(200, "application/json", "{}"));

    assertThat(failure().passing()).isFalse();
    assertThat(failure()).hasMessageContaining("application/json").hasMessageContaining(PAGE);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503})
  void aBusySiteMayBeAskedAgain(int status) {
    site.answers(PAGE, send(status, "text/html", ""));

    FetchException failure = failure();

    assertThat(failure.passing()).isTrue();
    assertThat(failure).hasMessageContaining(String.valueOf(status)).hasMessageContaining(PAGE);
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 400, 403, 404, 410})
  void aRefusalLasts(int status) {
    site.answers(PAGE, send(status, "text/html", ""));

    assertThat(failure().passing()).isFalse();
  }

  @Test
  void followsARedirectWithinTheSite() throws Exception {
    site.answers(PAGE, redirect("/b/index.do"));
    site.html("https://www.kookmin.ac.kr/b/index.do", "<a href='c.do'>c</a>");

    assertThat(get().html().selectFirst("a").absUrl("href"))
        .isEqualTo("https://www.kookmin.ac.kr/b/c.do");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.kookmin.ac.kr:443/b/index.do",
        "https://WWW.KOOKMIN.AC.KR/b/index.do#top"
      })
  void f41_followsARedirectToTheSameSiteHoweverItIsWritten(String location) throws Exception {
    site.answers(PAGE, redirect(location));
    site.html("https://www.kookmin.ac.kr/b/index.do", "<a href='c.do'>c</a>");

    assertThat(get().html().selectFirst("a").absUrl("href"))
        .isEqualTo("https://www.kookmin.ac.kr/b/c.do");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://login.example.com/",
        "https://www.kookmin.ac.kr:8443/b/index.do",
        "http://www.kookmin.ac.kr/b/index.do",
        "http://127.0.0.1/b",
        "file:///etc/hosts",
        "mailto:a@example.com",
        "::nowhere::",
      })
  void refusesARedirectOutOfTheSite(String location) {
    site.answers(PAGE, redirect(location));

    assertThat(failure().passing()).isFalse();
    assertThat(failure()).hasMessageContaining("Redirect");
  }

  @Test
  void refusesARedirectWithoutEnd() {
    site.answers(PAGE, redirect("/a/index.do?page=1"));

    assertThat(failure()).hasMessageContaining("redirects");
    assertThat(site.requests()).filteredOn(PAGE::equals).hasSize(4);
  }

  @Test
  void refusesAnEndlessBody() {
    site.answers(PAGE, send(200, "text/html", "x".repeat(100_001)));

    assertThat(failure()).hasMessageContaining("100000 bytes");
    assertThat(failure().passing()).isFalse();
  }

  @Test
  void givesUpOnASiteThatDoesNotAnswer() throws Exception {
    CountDownLatch given = new CountDownLatch(1);
    fetcher = fetcher(Duration.ofMillis(50));
    site.answers(PAGE, exchange -> await(given));

    FetchException failure = failure();
    given.countDown();

    assertThat(failure).hasCauseInstanceOf(SocketTimeoutException.class);
    assertThat(failure.passing()).isTrue();
  }

  @Test
  void halfAPageIsAFailureThatMayPass() {
    site.answers(
        PAGE,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write(new byte[10]);
        });

    assertThat(failure().passing()).isTrue();
  }

  @Test
  void triesOnceMoreAfterAWhile() throws Exception {
    List<String> tries = new ArrayList<>();
    site.answers(
        PAGE,
        exchange -> {
          tries.add("");
          send(tries.size() == 1 ? 500 : 200, "text/html", "<p>안녕</p>").to(exchange);
        });

    assertThat(get().html().text()).isEqualTo("안녕");
    assertThat(rests).singleElement().satisfies(FetcherTest::isAroundASecondAndAHalf);
  }

  private static void isAroundASecondAndAHalf(Duration rest) {
    assertThat(rest).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void doesNotTryAgainWhatLasts() {
    site.answers(PAGE, send(403, "text/html", ""));

    failure();

    assertThat(site.requests()).filteredOn(PAGE::equals).hasSize(1);
  }

  @Test
  void sitsOutAShortRetryAfter() {
    site.answers(PAGE, busy("3"));

    assertThat(failure().pause()).contains(Duration.ofSeconds(3));
    assertThat(rests).containsExactly(Duration.ofSeconds(3));
  }

  @Test
  void leavesAHostAloneThatWantsALongPause() {
    site.answers(PAGE, busy("120"));

    assertThat(failure().pause()).contains(Duration.ofMinutes(2));
    assertThat(rests).isEmpty();
  }

  private static FakeSite.Answer busy(String retryAfter) {
    return exchange -> {
      exchange.getResponseHeaders().set("Retry-After", retryAfter);
      send(429, "text/html", "").to(exchange);
    };
  }

  @Test
  @DisplayName("F-37: who gets 429 leaves the host alone, also when it does not say how long")
  void f37_tooManyRequestsAreAPause() {
    site.answers(PAGE, send(429, "text/html", ""));

    assertThat(failure().pause()).contains(Duration.ofMinutes(1));
    assertThat(rests).isEmpty();
    assertThat(site.requests()).filteredOn(PAGE::equals).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 6})
  @DisplayName("F-37: robots.txt is read behind five redirects, be it on another host")
  void f37_robotsTxtIsReadBehindRedirects(int redirects) throws Exception {
    String at = "https://www.kookmin.ac.kr/robots.txt";
    for (int i = 1; i <= redirects; i++) {
      String next = "https://r" + i + ".kookmin.ac.kr/robots.txt";
      site.answers(at, redirect(next));
      at = next;
    }
    site.answers(at, send(200, "text/plain", "User-agent: *\nDisallow: /a/\n"));
    site.html(PAGE, "<p>글</p>");

    if (redirects > 5) {
      assertThat(get().html().text()).isEqualTo("글");
    } else {
      assertThat(failure()).hasMessageContaining("robots.txt");
    }
  }

  @Test
  @DisplayName("F-37: a busy host is left alone from its robots.txt on")
  void f37_robotsTxtMayAskForAPause() {
    site.answers("https://www.kookmin.ac.kr/robots.txt", busy("120"));

    assertThat(failure().pause()).contains(Duration.ofMinutes(2));
  }

  @Test
  void whatRobotsTxtDisallowsIsNotAskedFor() {
    robots("User-agent: *\nDisallow: /a/\n");

    assertThat(failure()).hasMessageContaining("robots.txt").hasMessageContaining(PAGE);
    assertThat(site.requests()).containsExactly("https://www.kookmin.ac.kr/robots.txt");
  }

  @Test
  void aRedirectLeadsToNoDisallowedPage() {
    robots("User-agent: Oegukmin\nDisallow: /b/\n");
    site.answers(PAGE, redirect("/b/index.do"));

    assertThat(failure()).hasMessageContaining("robots.txt");
  }

  @Test
  void robotsTxtIsAskedForOnceADayByAllFetchersAlike() throws Exception {
    site.html(PAGE, "");
    get();
    fetcher = fetcher(Duration.ofSeconds(5));
    get();

    assertThat(site.requests()).filteredOn(url -> url.endsWith("/robots.txt")).hasSize(1);
  }

  @Test
  void aHostWhoseRobotsTxtIsOutOfOrderIsNotVisited() {
    site.answers("https://www.kookmin.ac.kr/robots.txt", send(503, "text/plain", ""));
    site.html(PAGE, "");

    assertThat(failure().passing()).isTrue();
    assertThat(site.requests()).doesNotContain(PAGE);
  }

  @Test
  void keepsThePaceThatRobotsTxtAsksFor() throws Exception {
    robots("User-agent: *\nCrawl-delay: 7\n");
    site.html(PAGE, "");

    get();
    get();

    assertThat(rests).singleElement().satisfies(rest -> assertThat(rest).isGreaterThan(FIVE));
  }

  private void robots(String file) {
    site.answers("https://www.kookmin.ac.kr/robots.txt", send(200, "text/plain", file));
  }

  @Test
  void asksOnlyForWhatHasChanged() throws Exception {
    Validator known = new Validator(PAGE, "\"v1\"", "Fri, 20 Nov 2026 00:00:00 GMT");
    site.answers(
        PAGE,
        exchange -> {
          boolean same = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
          exchange.getResponseHeaders().set("ETag", "\"v2\"");
          send(same ? 304 : 200, "text/html", same ? "" : "<p>새 글</p>").to(exchange);
        });

    assertThat(fetcher.getIfChanged(URI.create(PAGE), Media.HTML, known)).isEmpty();
    assertThat(site.header("If-Modified-Since")).isEqualTo(known.lastModified());
    assertThat(get().version()).isEqualTo(new Validator(PAGE, "\"v2\"", ""));
  }

  private Fetcher fetcher(Duration timeout) {
    Clock clock = Clock.systemUTC();
    FetchSettings settings =
        new FetchSettings(Optional.of(site.base()), "desk@example.ac.kr", timeout, 100_000);
    HostTable hosts = new HostTable(STACK.dynamodb(), STACK.table("HostTable"));
    return Fetcher.of(
        settings, hosts, new Pace(Duration.ZERO, clock, rests::add), new Random(1), clock);
  }

  private FetchedPage get() throws Exception {
    return fetcher.get(URI.create(PAGE), Media.HTML);
  }

  private FetchException failure() {
    return catchThrowableOfType(FetchException.class, this::get);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Charset eucKr() {
    return Charset.forName("EUC-KR");
  }
}
