package app.oegukmin.local.event;

import java.time.Duration;

/** Waits for what other threads do. */
public final class Await {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private Await() {}

  /** Repeats assertions until they hold, and throws their last failure after a minute. */
  public static void until(Runnable assertions) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        assertions.run();
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
