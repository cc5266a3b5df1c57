package app.oegukmin.local.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Plays EventBridge Scheduler. The times a sleeping machine missed are made up for by one firing; a
 * rate's first firing comes one interval after the start.
 */
public final class Schedules implements AutoCloseable {

  private static final Duration TICK = Duration.ofSeconds(1);

  private final Map<Schedule, Instant> due = new HashMap<>();
  private final AsyncInvocations invocations;
  private final Clock clock;
  private final Lifetime lifetime = new Lifetime();

  /** Schedules that count from now; nothing fires before {@link #start()}. */
  public Schedules(List<Schedule> schedules, AsyncInvocations invocations, Clock clock) {
    this.invocations = invocations;
    this.clock = clock;
    schedules.forEach(schedule -> plan(schedule, clock.instant()));
  }

  /** Begins to look at the clock. */
  public void start() {
    Thread.ofVirtual()
        .name("schedules")
        .start(
            () -> {
              while (!lifetime.over()) {
                fire();
                lifetime.pause(TICK);
              }
            });
  }

  @Override
  public void close() {
    lifetime.end();
  }

  /** Invokes the functions of all schedules that are due. */
  void fire() {
    Instant now = clock.instant();
    for (Schedule schedule : List.copyOf(due.keySet())) {
      Instant planned = due.get(schedule);
      if (!planned.isAfter(now)) {
        invocations.invoke(schedule.function(), payload(schedule, planned));
        plan(schedule, now);
      }
    }
  }

  private void plan(Schedule schedule, Instant after) {
    schedule
        .expression()
        .next(after)
        .ifPresentOrElse(next -> due.put(schedule, next), () -> due.remove(schedule));
  }

  private static byte[] payload(Schedule schedule, Instant planned) {
    return schedule
        .input()
        .orElseGet(() -> scheduledEvent(schedule, planned).toString())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode scheduledEvent(Schedule schedule, Instant planned) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("version", "0");
    event.put("id", UUID.randomUUID().toString());
    event.put("detail-type", "Scheduled Event");
    event.put("source", "aws.scheduler");
    event.put("account", "000000000000");
    event.put("time", planned.truncatedTo(ChronoUnit.SECONDS).toString());
    event.putArray("resources").add(schedule.name());
    event.put("detail", "{}");
    return event;
  }
}
