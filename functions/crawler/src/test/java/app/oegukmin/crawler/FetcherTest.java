package app.oegukmin.crawler;

import static app.oegukmin.crawler.FakeSite.redirect;
import static app.oegukmin.crawler.FakeSite.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {

  private static final String PAGE = "https://www.kookmin.ac.kr/a/index.do?page=1";

  private FakeSite site;
  private Fetcher fetcher;

  @BeforeEach
  void start() throws Exception {
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

    assertThat(failure().passing()).isTrue();
    assertThat(failure()).hasMessageContaining(String.valueOf(status)).hasMessageContaining(PAGE);
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
        "https://login.example.com/",
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
    assertThat(site.requests()).hasSize(4);
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
  void withoutACampusTheSiteItselfIsAsked() {
    FetchSettings settings =
        new FetchSettings(Optional.empty(), "desk@example.ac.kr", Duration.ofSeconds(1), 1);

    assertThat(settings.location(URI.create(PAGE))).isEqualTo(URI.create(PAGE));
  }

  private Fetcher fetcher(Duration timeout) {
    Clock clock = Clock.systemUTC();
    FetchSettings settings =
        new FetchSettings(Optional.of(site.base()), "desk@example.ac.kr", timeout, 100_000);
    return new Fetcher(settings, new Pace(Duration.ZERO, clock, Thread::sleep), clock);
  }

  private Fetched get() throws Exception {
    return fetcher.get(URI.create(PAGE), "text/html");
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
