package app.oegukmin.shared.retry;

import java.time.Duration;

/** The retries that are left of one piece of work. Not safe for use by many threads. */
public final class Retries {

  private final Backoff backoff;
  private final int most;
  private Duration patience;
  private int done;

  Retries(Backoff backoff, int most, Duration patience) {
    this.backoff = backoff;
    this.most = most;
    this.patience = patience;
  }

  /**
   * Waits before the next try.
   *
   * @return false at once when there is to be no other try: none is left, or the thread was
   *     interrupted, which it still is afterwards
   */
  public boolean pause() {
    if (done == most || patience.isZero()) {
      return false;
    }
    Duration pause = backoff.pause(done++);
    Duration allowed = pause.compareTo(patience) < 0 ? pause : patience;
    patience = patience.minus(allowed);
    try {
      backoff.sleep(allowed);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
