package app.oegukmin.shared.retry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The retries that are left of one piece of work. Not safe for use by many threads. */
public final class Retries {

  // No pause takes more than a third of the time that is left: whoever is about to give up tries
  // more
  // often than those who have come later.
  private static final int SHARE = 3;

  private final Backoff backoff;
  private final int most;
  private final InstantSource clock;
  private Duration patience;
  private Instant begun;
  private int done;

  Retries(Backoff backoff, int most, Duration patience, InstantSource clock) {
    this.backoff = backoff;
    this.most = most;
    this.patience = patience;
    this.clock = clock;
    this.begun = clock.instant();
  }

  /**
   * Waits before the next try.
   *
   * @return false at once when there is to be no other try: none is left, or the thread was
   *     interrupted, which it still is afterwards
   */
  public boolean pause() {
    patience = patience.minus(Duration.between(begun, clock.instant()));
    if (done == most || !patience.isPositive()) {
      return false;
    }
    Duration pause = backoff.pause(done++, patience.dividedBy(SHARE));
    Duration allowed = pause.compareTo(patience) < 0 ? pause : patience;
    patience = patience.minus(allowed);
    try {
      backoff.sleep(allowed);
      begun = clock.instant();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
