package app.oegukmin.template;

import java.time.Duration;
import java.util.Optional;

/**
 * A standard SQS queue.
 *
 * @param visibility how long a received message stays hidden
 * @param retention how long a message is kept
 */
public record Queue(
    String logicalId,
    String name,
    String url,
    Duration visibility,
    Duration retention,
    Optional<Redrive> redrive) {

  /**
   * Where messages go that were received too often.
   *
   * @param deadLetterQueue logical id of a queue of this template
   */
  public record Redrive(String deadLetterQueue, int maxReceiveCount) {}
}
