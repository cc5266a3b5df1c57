package app.oegukmin.template;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/**
 * An EventBridge Scheduler schedule.
 *
 * @param name the event's name in the template
 * @param expression {@code rate(…)}, {@code cron(…)} or {@code at(…)}
 * @param input the JSON event, empty for the scheduler's own
 */
public record ScheduleSource(
    String name, String expression, ZoneId timezone, Optional<String> input, boolean enabled)
    implements EventSource {

  static ScheduleSource read(String name, Section event) {
    event.only(
        "ScheduleExpression",
        "ScheduleExpressionTimezone",
        "Input",
        "State",
        "Name",
        "Description",
        "FlexibleTimeWindow",
        "RetryPolicy",
        "DeadLetterConfig");
    return new ScheduleSource(
        name,
        event.text("ScheduleExpression"),
        timezone(event),
        event.optional("Input"),
        event.optional("State").orElse("ENABLED").equals("ENABLED"));
  }

  private static ZoneId timezone(Section event) {
    try {
      return ZoneId.of(event.optional("ScheduleExpressionTimezone").orElse("UTC"));
    } catch (DateTimeException e) {
      throw new TemplateException(event.line(), e.getMessage());
    }
  }
}
