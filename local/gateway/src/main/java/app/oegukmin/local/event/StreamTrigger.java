package app.oegukmin.local.event;

import app.oegukmin.template.StreamSource;
import java.util.Optional;

/**
 * A table's stream of the template that triggers a function.
 *
 * @param function the function's logical id
 * @param streamArn what the engine calls the stream
 * @param failureQueueUrl where the description of a given-up batch goes
 */
public record StreamTrigger(
    String function,
    StreamSource source,
    String streamArn,
    EventFilter filter,
    Optional<String> failureQueueUrl) {

  String name() {
    return source.table() + " → " + function;
  }

  /** Whether a batch that failed so often in a row may fail once more. */
  boolean retries(int failures) {
    return source.retries().attempts().isEmpty()
        || failures <= source.retries().attempts().getAsInt();
  }
}
