package app.oegukmin.template;

import java.util.OptionalInt;

/**
 * An SQS event source mapping.
 *
 * @param queue logical id of a queue of this template
 * @param maximumConcurrency the most invocations at once, empty for no limit
 */
public record QueueSource(
    String queue, Batch batch, OptionalInt maximumConcurrency, boolean enabled)
    implements EventSource {

  private static final int DEFAULT_BATCH = 10;

  static QueueSource read(Resources resources, Section event) {
    event.only(
        "Queue",
        "BatchSize",
        "MaximumBatchingWindowInSeconds",
        "FunctionResponseTypes",
        "ScalingConfig",
        "Enabled");
    return new QueueSource(
        resources.owner(Resources.QUEUE, "Arn", event, "Queue"),
        Batch.read(event, DEFAULT_BATCH),
        event.section("ScalingConfig").number("MaximumConcurrency"),
        event.flag("Enabled", true));
  }
}
