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
  private static final int LARGEST_OF_FIFO = 10;

  static QueueSource read(Resources resources, Section event) {
    event.only(
        "Queue",
        "BatchSize",
        "MaximumBatchingWindowInSeconds",
        "FunctionResponseTypes",
        "ScalingConfig",
        "Enabled");
    String queue = resources.owner(Resources.QUEUE, "Arn", event, "Queue");
    Batch batch = Batch.read(event, DEFAULT_BATCH);
    if (resources.fifo(queue) && (batch.size() > LARGEST_OF_FIFO || !batch.window().isZero())) {
      throw new TemplateException(
          event.line(), "a FIFO queue gives 10 messages at most and knows no batching window");
    }
    return new QueueSource(
        queue,
        batch,
        event.section("ScalingConfig").number("MaximumConcurrency"),
        event.flag("Enabled", true));
  }
}
