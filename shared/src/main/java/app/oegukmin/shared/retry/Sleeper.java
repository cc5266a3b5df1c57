package app.oegukmin.shared.retry;

import java.time.Duration;

/** Waits: {@code Thread::sleep}, or a recorder of pauses in tests. */
@FunctionalInterface
public interface Sleeper {

  /** Returns after that time, which is never negative. */
  void sleep(Duration time) throws InterruptedException;
}
