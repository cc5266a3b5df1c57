package app.oegukmin.local.function;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The trace header of what an instance runs now, for its thread and the threads which that thread
 * made. Lambda's runtime keeps it in a system property, which all functions would share here.
 */
public final class CurrentTrace {

  private static final InheritableThreadLocal<AtomicReference<String>> HEADER =
      new InheritableThreadLocal<>();

  private CurrentTrace() {}

  /** The header; empty outside of an invocation. */
  public static Optional<String> header() {
    return Optional.ofNullable(HEADER.get()).map(AtomicReference::get);
  }

  /** Makes the current thread an instance's, with no invocation yet. */
  static void begin() {
    HEADER.set(new AtomicReference<>());
  }

  static void set(String header) {
    HEADER.get().set(header);
  }
}
