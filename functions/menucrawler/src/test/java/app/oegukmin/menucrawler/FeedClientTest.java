package app.oegukmin.menucrawler;

import static app.oegukmin.testkit.FakeSite.redirect;
import static app.oegukmin.testkit.FakeSite.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.testkit.FakeSite;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedClientTest {

  private static final String FEED = "https://kmucoop.kookmin.ac.kr/menu?a=1";

  private FakeSite site;

  @BeforeEach
  void start() throws Exception {
    site = new FakeSite();
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "text/html;charset=ISO-8859-1", "application/json"})
  void dM4_readsUtf8WhateverTheHeaderSays(String type) throws Exception {
    site.answers(FEED, send(200, type, "한울식당 ￦5000"));
    assertThat(get(Duration.ofSeconds(5))).isEqualTo("한울식당 ￦5000");
  }

  @Test
  void dM4_leavesOutAByteOrderMark() throws Exception {
    site.answers(FEED, send(200, "text/html", "\uFEFF{\"한울식당(법학관 지하1층)\":{}}"));
    assertThat(get(Duration.ofSeconds(5))).startsWith("{");
  }

  @Test
  void dM4_refusesWhatIsNotUtf8() {
    site.answers(FEED, send(200, "text/html", "한울식당".getBytes(Charset.forName("EUC-KR"))));
    assertFails("Not UTF-8");
  }

  @Test
  void namesItself() throws Exception {
    site.answers(FEED, send(200, "text/html", "x"));
    get(Duration.ofSeconds(5));
    assertThat(site.header("User-Agent")).contains("Oegukmin").contains("desk@example.ac.kr");
    assertThat(site.header("Accept")).isEqualTo("text/html");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 403, 404, 429, 500, 503})
  void anyOtherStatusIsAFailure(int status) {
    site.answers(FEED, send(status, "text/html", "x"));
    assertFails("Status " + status);
  }

  @Test
  void followsNoRedirect() {
    site.answers(FEED, redirect("/menu?a=1"));
    assertFails("Status 302");
    assertThat(site.requests()).hasSize(1);
  }

  @Test
  void takesOnlySoMuch() {
    site.answers(FEED, send(200, "text/html", new byte[5_000_001]));
    assertFails("More than 5000000 bytes");
  }

  @Test
  void halfAnAnswerIsAFailure() {
    site.answers(
        FEED,
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write("{".getBytes(StandardCharsets.UTF_8));
        });
    assertThatThrownBy(() -> get(Duration.ofSeconds(5)))
        .isInstanceOf(FeedException.class)
        .hasMessageEndingWith(FEED);
  }

  @Test
  void givesUpOnASilentSite() {
    CountDownLatch given = new CountDownLatch(1);
    site.answers(FEED, exchange -> await(given));
    assertThatThrownBy(() -> get(Duration.ofMillis(50)))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("SocketTimeoutException: " + FEED);
    given.countDown();
  }

  private void assertFails(String reason) {
    assertThatThrownBy(() -> get(Duration.ofSeconds(5)))
        .isInstanceOf(FeedException.class)
        .hasMessage(reason + ": " + FEED);
  }

  private String get(Duration patience) throws FeedException {
    Environment environment =
        new Environment(
            Map.of("CAMPUS_URL", site.base().toString(), "CRAWLER_CONTACT", "desk@example.ac.kr"));
    return new FeedClient(environment, patience, Clock.systemUTC())
        .get(URI.create(FEED), "text/html");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
