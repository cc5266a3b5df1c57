package app.oegukmin.shared.retry;

import java.time.Duration;

/** Lets time pass: {@code Thread::sleep}, or in tests a note that it would have been called. */
@FunctionalInterface
public interface Sleeper {

  /** Returns after that time, which is never negative. */
  void sleep(Duration time) throws InterruptedException;
}
