package app.oegukmin.local.event;

import app.oegukmin.local.function.FunctionError;
import app.oegukmin.local.function.Functions;
import app.oegukmin.local.function.TooManyRequestsException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Delivers one batch of a shard until it is done or given up after the mapping's retries; a
 * throttle does not count as a retry. No later record of the shard overtakes it, so a batch that
 * fails for ever stops its shard, as on AWS.
 */
final class BatchDelivery {

  private static final Logger LOG = LoggerFactory.getLogger(BatchDelivery.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final int LARGEST_DOUBLING = 6;

  private final StreamTrigger trigger;
  private final Functions functions;
  private final FailureQueue failureQueue;
  private final Lifetime lifetime;

  BatchDelivery(
      StreamTrigger trigger, Functions functions, FailureQueue failureQueue, Lifetime lifetime) {
    this.trigger = trigger;
    this.functions = functions;
    this.failureQueue = failureQueue;
    this.lifetime = lifetime;
  }

  /**
   * Delivers a batch.
   *
   * @param checkpoint advanced over each part that needs no more work
   * @return false when the mapping closed before the end, so that the rest has to come again
   */
  boolean deliver(List<Record> batch, Checkpoint checkpoint) {
    List<Record> rest = batch;
    int failures = 0;
    while (!rest.isEmpty() && !lifetime.over()) {
      int firstFailed = invoke(rest);
      if (firstFailed > 0) {
        checkpoint.advance(rest.get(firstFailed - 1));
        rest = rest.subList(firstFailed, rest.size());
        failures = 0;
      }
      if (lifetime.over()) {
        break;
      }
      if (rest.size() > 1 && trigger.source().retries().bisect()) {
        int half = rest.size() / 2;
        return deliver(rest.subList(0, half), checkpoint)
            && deliver(rest.subList(half, rest.size()), checkpoint);
      }
      if (!rest.isEmpty() && !trigger.retries(++failures)) {
        failureQueue.giveUp(checkpoint.shard(), rest, failures);
        checkpoint.advance(rest.getLast());
        return true;
      }
      if (!rest.isEmpty()) {
        pause(failures);
      }
    }
    return rest.isEmpty();
  }

  /** The index of the first record that has to come again: the size of the batch when none. */
  private int invoke(List<Record> batch) {
    Set<String> sequenceNumbers = new LinkedHashSet<>();
    batch.forEach(record -> sequenceNumbers.add(record.dynamodb().sequenceNumber()));
    Set<String> failed;
    try {
      byte[] response = unthrottled(StreamEvent.of(batch, trigger.streamArn()));
      failed =
          trigger.source().batch().reportsFailures()
              ? BatchResponse.failed(response, sequenceNumbers)
              : Set.of();
    } catch (FunctionError e) {
      LOG.warn("{}: a batch comes again after {}", trigger.name(), e.type());
      failed = sequenceNumbers;
    }
    int index = 0;
    while (index < batch.size() && !failed.contains(batch.get(index).dynamodb().sequenceNumber())) {
      index++;
    }
    return index;
  }

  /** The response to an event that is offered until Lambda takes it, or the mapping closes. */
  private byte[] unthrottled(byte[] event) throws FunctionError {
    for (int throttles = 1; !lifetime.over(); throttles++) {
      try {
        return functions.invoke(trigger.function(), event);
      } catch (TooManyRequestsException e) {
        LOG.warn("{}: a batch waits: {}", trigger.name(), e.getMessage());
        pause(throttles);
      }
    }
    throw new FunctionError("Runtime.ExitError", "The host is stopping");
  }

  private void pause(int times) {
    lifetime.pause(FIRST_PAUSE.multipliedBy(1L << Math.min(times, LARGEST_DOUBLING)));
  }
}
