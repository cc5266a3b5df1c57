package app.oegukmin.local.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleExpressionTest {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  /** 2026-11-23 is a Monday, 2026-11-01 a Sunday. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0/30 7-23 * * ? *   | 2026-11-23T07:10 | 2026-11-23T07:30",
        "0/30 7-23 * * ? *   | 2026-11-23T23:30 | 2026-11-24T07:00",
        "0 6 * * ? *         | 2026-11-23T06:00 | 2026-11-24T06:00",
        "0 6 ? * MON *       | 2026-11-23T05:59 | 2026-11-23T06:00",
        "0 6 ? * MON *       | 2026-11-23T06:00 | 2026-11-30T06:00",
        "0 6 ? * 2 *         | 2026-11-23T05:59 | 2026-11-23T06:00",
        "0 6 ? * 1 *         | 2026-11-23T05:59 | 2026-11-29T06:00",
        "0 9 ? * MON-FRI *   | 2026-11-27T09:00 | 2026-11-30T09:00",
        "0 9 ? * SUN,SAT *   | 2026-11-23T00:00 | 2026-11-28T09:00",
        "0 0 L * ? *         | 2026-02-01T00:00 | 2026-02-28T00:00",
        "0 0 ? * 6L *        | 2026-11-01T00:00 | 2026-11-27T00:00",
        "0 0 15W * ? *       | 2026-11-01T00:00 | 2026-11-16T00:00",
        "0 0 ? * 3#2 *       | 2026-11-01T00:00 | 2026-11-10T00:00",
        "15,45 0 1 JAN ? *   | 2026-11-23T00:00 | 2027-01-01T00:15",
        "0 0 1 1/3 ? *       | 2026-11-23T00:00 | 2027-01-01T00:00",
        "0 12 1 1 ? 2030     | 2026-11-23T00:00 | 2030-01-01T12:00",
      })
  void readsCronAsEventBridgeDoes(String fields, LocalDateTime after, LocalDateTime next) {
    ScheduleExpression expression = ScheduleExpression.parse("cron(" + fields + ")", SEOUL);

    assertThat(expression.next(after.atZone(SEOUL).toInstant()))
        .contains(next.atZone(SEOUL).toInstant());
  }

  @Test
  void countsCronInTheZoneOfTheSchedule() {
    ScheduleExpression expression = ScheduleExpression.parse("cron(0 0 * * ? *)", SEOUL);

    assertThat(expression.next(Instant.parse("2026-11-22T12:00:00Z")))
        .contains(Instant.parse("2026-11-22T15:00:00Z"));
  }

  @Test
  void hasNoNextTimeAfterItsLastYear() {
    ScheduleExpression expression = ScheduleExpression.parse("cron(0 0 1 1 ? 2020)", SEOUL);

    assertThat(expression.next(Instant.parse("2026-11-22T12:00:00Z"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "rate(1 minute),2026-11-23T00:01:00Z",
    "rate(5 minutes),2026-11-23T00:05:00Z",
    "rate(1 hour),2026-11-23T01:00:00Z",
    "rate(2 days),2026-11-25T00:00:00Z",
  })
  void countsARateFromWhenItIsAsked(String rate, Instant next) {
    assertThat(ScheduleExpression.parse(rate, SEOUL).next(Instant.parse("2026-11-23T00:00:00Z")))
        .contains(next);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rate(0 minutes)",
        "rate(5 seconds)",
        "rate(minute)",
        "cron(0 6 * * *)",
        "cron(0 6 * * * *)",
        "cron(0 6 ? * ? *)",
        "cron(60 6 * * ? *)",
        "cron(0 6 ? * 8 *)",
        "at(2026-11-23T00:00:00)",
        "0 6 * * ? *",
      })
  void refusesWhatEventBridgeRefuses(String expression) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScheduleExpression.parse(expression, SEOUL));
  }
}
