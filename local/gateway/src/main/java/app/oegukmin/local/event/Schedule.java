package app.oegukmin.local.event;

import java.util.Optional;

/**
 * A schedule of the template that is switched on.
 *
 * @param name unique among the template's schedules
 * @param input the payload of the template, as it stands there; empty for EventBridge's own
 */
public record Schedule(
    String name, ScheduleExpression expression, String function, Optional<String> input) {}
