package app.oegukmin.local.event;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Whether an event source is over; its threads wait on it, so that they never outlast it. */
final class Lifetime {

  /** How long a function may take to finish what it has in hand. */
  static final Duration GRACE = Duration.ofSeconds(5);

  private final CountDownLatch over = new CountDownLatch(1);

  boolean over() {
    return over.getCount() == 0;
  }

  /** Waits, but not beyond the end. */
  void pause(Duration duration) {
    try {
      over.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void end() {
    over.countDown();
  }

  /** Ends, and interrupts the threads only when they take longer than the grace. */
  void end(ExecutorService threads) {
    end();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
