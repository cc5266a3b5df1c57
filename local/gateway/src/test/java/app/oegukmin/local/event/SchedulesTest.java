package app.oegukmin.local.event;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.FakeClock;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchedulesTest {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  /** Half past eight in the evening in Seoul. */
  private static final Instant START = Instant.parse("2026-11-22T11:30:00Z");

  private final FakeFunctions functions = FakeFunctions.content();
  private final FakeClock clock = new FakeClock(START);

  private static Schedule schedule(String expression, String input) {
    return new Schedule(
        "crawl",
        ScheduleExpression.parse(expression, SEOUL),
        "CrawlFunction",
        Optional.ofNullable(input));
  }

  private Schedules schedules(AsyncInvocations invocations, Schedule... schedules) {
    return new Schedules(List.of(schedules), invocations, clock);
  }

  @Test
  void firesWhenItIsDueAndNotBefore() {
    try (var invocations = new AsyncInvocations(functions, List.of());
        var schedules =
            schedules(invocations, schedule("cron(0 21 * * ? *)", "{\"source\":\"schedule\"}"))) {
      clock.advance(Duration.ofMinutes(29));
      schedules.fire();
      clock.advance(Duration.ofMinutes(1));
      schedules.fire();
      schedules.fire();
    }

    assertThat(functions.events())
        .extracting(JsonNode::toString)
        .containsExactly("{\"source\":\"schedule\"}");
  }

  @Test
  void makesUpForMissedTimesOnce() {
    try (var invocations = new AsyncInvocations(functions, List.of());
        var schedules = schedules(invocations, schedule("rate(5 minutes)", "{}"))) {
      clock.advance(Duration.ofHours(8));
      schedules.fire();
      clock.advance(Duration.ofMinutes(4));
      schedules.fire();
    }

    assertThat(functions.events()).hasSize(1);
  }

  @Test
  void sendsTheSchedulersOwnEventWithoutInput() {
    try (var invocations = new AsyncInvocations(functions, List.of());
        var schedules = schedules(invocations, schedule("rate(1 hour)", null))) {
      clock.advance(Duration.ofMinutes(61));
      schedules.fire();
    }

    JsonNode event = functions.events().getFirst();
    assertThat(event.path("source").textValue()).isEqualTo("aws.scheduler");
    assertThat(event.path("detail-type").textValue()).isEqualTo("Scheduled Event");
    assertThat(event.path("time").textValue()).isEqualTo("2026-11-22T12:30:00Z");
    assertThat(event.path("detail").textValue()).isEqualTo("{}");
    assertThat(event.path("id").textValue()).isNotBlank();
  }

  @Test
  void looksAtTheClockByItselfOnceStarted() {
    try (var invocations = new AsyncInvocations(functions, List.of());
        var schedules = schedules(invocations, schedule("rate(1 minute)", "{}"))) {
      clock.advance(Duration.ofMinutes(1));
      schedules.start();
      Await.until(() -> assertThat(functions.events()).hasSize(1));
    }
  }
}
