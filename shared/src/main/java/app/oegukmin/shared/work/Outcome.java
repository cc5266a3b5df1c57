package app.oegukmin.shared.work;

import java.time.Duration;

/**
 * What becomes of a message that was handled. One that nothing can be done with makes its handler
 * throw a {@link DeadLetterException}, and one that has failed any other exception.
 */
public sealed interface Outcome {

  /** It is done, or need not be done. */
  Outcome DONE = new Done();

  /** The message is acknowledged. */
  record Done() implements Outcome {}

  /**
   * The message comes again after a pause.
   *
   * @param pause at most {@link WorkConsumer#LONGEST_PAUSE}; more is cut
   */
  record Wait(Duration pause) implements Outcome {}
}
