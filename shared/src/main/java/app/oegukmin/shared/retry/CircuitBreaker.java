package app.oegukmin.shared.retry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes no call to a vendor for a while after failures, so that an outage costs few calls, and
 * callers hear at once what they would hear after a timeout. Safe for use by many threads.
 *
 * @param <F> how the vendor's calls fail; what else they throw is no failure of the vendor
 */
public final class CircuitBreaker<F extends RuntimeException> {

  /** Decides when the circuit opens. */
  @FunctionalInterface
  public interface Rule<F> {

    /**
     * How long no call is made after a failure; zero: calls go on.
     *
     * @param inRow how many calls have failed since the last success, this one included
     */
    Duration pause(F failure, int inRow);
  }

  private final Class<F> failures;
  private final Rule<F> rule;
  private final InstantSource clock;
  private Instant openUntil = Instant.MIN;
  private F last;
  private int inRow;

  /** A closed circuit. */
  public CircuitBreaker(Class<F> failures, Rule<F> rule, InstantSource clock) {
    this.failures = failures;
    this.rule = rule;
    this.clock = clock;
  }

  /** What a call would throw now without being made; empty when it would be made. */
  public synchronized Optional<F> refusal() {
    return clock.instant().isBefore(openUntil) ? Optional.of(last) : Optional.empty();
  }

  /** Makes a call, or throws the last failure while the circuit is open. */
  public <T> T call(Supplier<T> vendor) {
    Optional<F> refusal = refusal();
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    try {
      T result = vendor.get();
      succeeded();
      return result;
    } catch (RuntimeException failure) {
      if (failures.isInstance(failure)) {
        failed(failures.cast(failure));
      }
      throw failure;
    }
  }

  private synchronized void succeeded() {
    inRow = 0;
  }

  private synchronized void failed(F failure) {
    Duration pause = rule.pause(failure, ++inRow);
    if (pause.isPositive()) {
      last = failure;
      openUntil = clock.instant().plus(pause);
    }
  }
}
