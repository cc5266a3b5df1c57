package app.oegukmin.keys;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.engines.SelfSigned;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.key.FirebaseKeyTable;
import app.oegukmin.shared.key.FirebaseKeys;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("process")
class FirebaseRefreshTest {

  @RegisterExtension static final Stack STACK = Stack.of("KeyTable");

  @TempDir static Path directory;

  private static Google google;
  private static String good;

  private final FakeClock clock = new FakeClock(Instant.parse("2026-10-03T00:30:00Z"));
  private final ByteArrayOutputStream metricLines = new ByteArrayOutputStream();
  private FirebaseKeyTable table;

  @BeforeAll
  static void play() throws IOException {
    google = new Google();
    SelfSigned key = SelfSigned.rsa(directory.resolve("key.p12"), "CN=google.test");
    good = keys(key.pem());
  }

  @AfterAll
  static void stop() {
    google.close();
  }

  @BeforeEach
  void install() {
    STACK.clear();
    table = new FirebaseKeyTable(STACK.dynamodb(), STACK.table("KeyTable"));
  }

  private void refresh() {
    PrintStream lines = new PrintStream(metricLines, true, StandardCharsets.UTF_8);
    new FirebaseRefresh(
            new FirebaseEndpoint(Optional.of(google.keys()), Duration.ofSeconds(5), clock),
            table,
            new Metrics("keys", clock, lines))
        .run();
  }

  private static String keys(String pem) {
    return Json.MAPPER.createObjectNode().put("k1", pem).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "'public, max-age=21600, must-revalidate, no-transform', 0,     21600",
    "'public, max-age=21600',                                 600,   21000",
    "'max-age=100',                                           600,   0",
    "'no-store',                                              0,     0"
  })
  void storesTheKeysForAsLongAsGoogleSays(String cacheControl, String age, long lifetime) {
    google.answer(200, good, Map.of("Cache-Control", cacheControl, "Age", age));
    refresh();
    assertThat(table.find())
        .contains(new FirebaseKeys(good, clock.instant().plusSeconds(lifetime)));
    assertThat(metricLines.size()).isZero();
  }

  @Test
  @DisplayName("F-24: keys are kept for a day at most")
  void f24_keepsThemForADayAtMost() {
    google.answer(200, good, Map.of("Cache-Control", "max-age=999999999"));
    refresh();
    assertThat(table.find())
        .map(FirebaseKeys::expiresAt)
        .contains(clock.instant().plus(Duration.ofDays(1)));
  }

  @Test
  void replacesThem() {
    table.put(new FirebaseKeys("{}", clock.instant()));
    google.answer(200, good, Map.of());
    refresh();
    assertThat(table.find()).map(FirebaseKeys::json).contains(good);
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        Arguments.of(500, good),
        Arguments.of(304, ""),
        Arguments.of(302, good),
        Arguments.of(200, ""),
        Arguments.of(200, "<html>"),
        Arguments.of(200, "{}"),
        Arguments.of(200, "[]"),
        Arguments.of(200, "null"),
        Arguments.of(200, keys("no certificate")),
        Arguments.of(200, good.replace("BEGIN", "begin")),
        Arguments.of(200, good.substring(0, good.length() - 100)),
        Arguments.of(200, " ".repeat(100_000) + good));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void keepsTheOldKeysAndCountsAFailedFetch(int status, String body) {
    FirebaseKeys old = new FirebaseKeys("{\"old\":\"\"}", clock.instant());
    table.put(old);
    google.answer(status, body, Map.of("Location", google.keys().toString()));
    refresh();
    assertThat(table.find()).contains(old);
    assertThat(metricLines.toString(StandardCharsets.UTF_8))
        .contains("\"FirebaseKeysFailed\":1")
        .contains("\"Service\":\"keys\"");
  }
}
