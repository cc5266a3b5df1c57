package app.oegukmin.shared.secret;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * A secret that an operator may exchange while functions run: read when it is first needed and
 * again after five minutes, or at once when the service refuses it. It is forgotten before a
 * snapshot, even when priming has read it. Safe for use by many threads.
 *
 * <pre>{@code
 * String key = secret.get();
 * if (call(key).status() == 403) {
 *   secret.instead(key).ifPresent(this::call);
 * }
 * }</pre>
 */
public final class Secret<T> implements Resource {

  private static final Duration KEPT = Duration.ofMinutes(5);
  // Refusals, which a caller can provoke, must not make each call a read.
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final Supplier<T> source;
  private final Clock clock;
  private T value;
  private Instant read = Instant.MIN;

  /** A secret of a source, which nobody asks before the secret is needed. */
  public Secret(Supplier<T> source, Clock clock) {
    this.source = source;
    this.clock = clock;
    // Registered before the hooks that prime: hooks run in reverse order of registration.
    Core.getGlobalContext().register(this);
  }

  /**
   * The secret, at most five minutes old.
   *
   * @throws RuntimeException whatever the source throws
   */
  public synchronized T get() {
    return youngerThan(KEPT);
  }

  /**
   * What to use instead of a value that the service refused, which may have been exchanged; the
   * source is asked at most once in ten seconds.
   *
   * @return empty when the source has no other
   */
  public synchronized Optional<T> instead(T refused) {
    if (refused.equals(value)) {
      youngerThan(PAUSE);
    }
    return Optional.of(get()).filter(other -> !other.equals(refused));
  }

  private T youngerThan(Duration age) {
    Instant now = clock.instant();
    if (value == null || !now.isBefore(read.plus(age))) {
      value = source.get();
      read = now;
    }
    return value;
  }

  @Override
  public synchronized void beforeCheckpoint(Context<? extends Resource> context) {
    value = null;
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // It is read again when it is needed.
  }
}
