package app.oegukmin.local.event;

import com.cronutils.model.definition.CronConstraintsFactory;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When an EventBridge schedule fires.
 *
 * <p>A rate counts from the time it is asked after; EventBridge's cron has six fields, Sunday is
 * day 1, and one of the two day fields is {@code ?}.
 */
@FunctionalInterface
public interface ScheduleExpression {

  /** The first time after the given one, empty when there is none. */
  Optional<Instant> next(Instant after);

  /**
   * Reads {@code rate(5 minutes)} or {@code cron(0 6 ? * MON *)}, the latter in the given zone.
   *
   * @throws IllegalArgumentException for what EventBridge refuses, and for {@code at(…)}
   */
  static ScheduleExpression parse(String expression, ZoneId zone) {
    Matcher call = Pattern.compile("(rate|cron)\\((.+)\\)").matcher(expression.strip());
    if (!call.matches()) {
      throw new IllegalArgumentException("Neither rate(…) nor cron(…): " + expression);
    }
    return call.group(1).equals("rate") ? rate(call.group(2)) : cron(call.group(2), zone);
  }

  private static ScheduleExpression rate(String text) {
    Matcher rate = Pattern.compile("([1-9]\\d*) (minute|hour|day)s?").matcher(text.strip());
    if (!rate.matches()) {
      throw new IllegalArgumentException("Not a rate: " + text);
    }
    long value = Long.parseLong(rate.group(1));
    Duration interval =
        switch (rate.group(2)) {
          case "minute" -> Duration.ofMinutes(value);
          case "hour" -> Duration.ofHours(value);
          default -> Duration.ofDays(value);
        };
    return after -> Optional.of(after.plus(interval));
  }

  private static ScheduleExpression cron(String text, ZoneId zone) {
    ExecutionTime times = ExecutionTime.forCron(new CronParser(definition()).parse(text.strip()));
    return after -> times.nextExecution(after.atZone(zone)).map(ZonedDateTime::toInstant);
  }

  private static CronDefinition definition() {
    return CronDefinitionBuilder.defineCron()
        .withMinutes()
        .withValidRange(0, 59)
        .and()
        .withHours()
        .withValidRange(0, 23)
        .and()
        .withDayOfMonth()
        .withValidRange(1, 31)
        .supportsL()
        .supportsW()
        .supportsLW()
        .supportsQuestionMark()
        .and()
        .withMonth()
        .withValidRange(1, 12)
        .and()
        .withDayOfWeek()
        .withValidRange(1, 7)
        .withMondayDoWValue(2)
        .supportsHash()
        .supportsL()
        .supportsQuestionMark()
        .and()
        .withYear()
        .withValidRange(1970, 2199)
        .and()
        .withCronValidation(CronConstraintsFactory.ensureEitherDayOfWeekOrDayOfMonth())
        .instance();
  }
}
