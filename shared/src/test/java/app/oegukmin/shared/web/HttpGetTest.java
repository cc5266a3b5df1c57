package app.oegukmin.shared.web;

import static app.oegukmin.testkit.FakeSite.redirect;
import static app.oegukmin.testkit.FakeSite.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.FakeSite;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpGetTest {

  private static final URI PAGE = URI.create("https://www.kookmin.ac.kr/a?b=%EA%B0%80");
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private Clock clock = Clock.systemUTC();
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
  @ValueSource(strings = {"", "/"})
  void asksWhatStandsInForTheSites(String end) throws Exception {
    Destination campus = Destination.of(Optional.of(URI.create("http://127.0.0.1:1/c" + end)));
    URI address = URI.create("http://127.0.0.1:1/c/www.kookmin.ac.kr/a?b=%EA%B0%80");

    assertThat(campus.locate(PAGE)).isEqualTo(address);
  }

  @Test
  void givesStatusHeadersAndBody() throws Exception {
    site.answers(PAGE.toString(), send(200, "text/html", "새 글"));

    WebResponse response = get(Map.of("Accept", "text/html"));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("content-TYPE")).isEqualTo("text/html");
    assertThat(response.header("ETag")).isEmpty();
    assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("새 글");
    assertThat(site.header("Accept")).isEqualTo("text/html");
  }

  @Test
  void followsNoRedirect() throws Exception {
    site.answers(PAGE.toString(), redirect("/b"));

    WebResponse response = get(Map.of());

    assertThat(response.status()).isEqualTo(302);
    assertThat(response.header("Location")).isEqualTo("/b");
    assertThat(site.requests()).hasSize(1);
  }

  @Test
  void takesOnlySoManyBytes() {
    site.answers(PAGE.toString(), send(200, "text/html", new byte[101]));

    WebException failure = failure();

    assertThat(failure).hasMessage("More than 100 bytes: " + PAGE);
    assertThat(failure.passing()).isFalse();
  }

  @Test
  void takesOnlySoMuchTime() {
    site.answers(PAGE.toString(), send(200, "text/html", "a"));
    clock = new HurriedClock();

    WebException failure = failure();

    assertThat(failure).hasMessage("Too slow: " + PAGE);
    assertThat(failure.passing()).isTrue();
  }

  /** A minute passes each time that it is read. */
  private static final class HurriedClock extends Clock {

    private final FakeClock clock = new FakeClock(Instant.parse("2026-11-23T00:00:00Z"));

    @Override
    public Instant instant() {
      clock.advance(Duration.ofMinutes(1));
      return clock.instant();
    }

    @Override
    public ZoneId getZone() {
      return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return clock.withZone(zone);
    }
  }

  private WebException failure() {
    return catchThrowableOfType(WebException.class, () -> get(Map.of()));
  }

  private WebResponse get(Map<String, String> headers) throws WebException {
    Destination campus = Destination.of(Optional.of(site.base()));
    return new HttpGet(campus, TIMEOUT, 100, clock).send(PAGE, headers);
  }
}
