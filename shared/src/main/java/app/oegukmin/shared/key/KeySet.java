package app.oegukmin.shared.key;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The keys of one purpose, kept for a while: read again when they are old, or when a kid is
 * unknown, but then at most once per some seconds, so that forged tokens cannot make every call a
 * read.
 */
public final class KeySet {

  private static final Duration LIFETIME = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final KeyTable table;
  private final String purpose;
  private final Clock clock;
  private List<Key> keys = List.of();
  private Instant read = Instant.MIN;

  /** The keys of a purpose; nothing is read before they are needed. */
  public KeySet(KeyTable table, String purpose, Clock clock) {
    this.table = table;
    this.purpose = purpose;
    this.clock = clock;
  }

  /**
   * The key that signs now.
   *
   * @throws IllegalStateException when the operator has not put one there yet
   */
  public synchronized Key current() {
    refresh(LIFETIME);
    return keys.stream()
        .filter(key -> key.state() == Key.State.CURRENT)
        .findFirst()
        .or(this::currentAfterReading)
        .orElseThrow(() -> new IllegalStateException("No current key for " + purpose));
  }

  /** The key with an id, empty when there is none. */
  public synchronized Optional<Key> find(String kid) {
    refresh(LIFETIME);
    return among(kid)
        .or(
            () -> {
              refresh(PAUSE);
              return among(kid);
            });
  }

  private Optional<Key> currentAfterReading() {
    refresh(PAUSE);
    return keys.stream().filter(key -> key.state() == Key.State.CURRENT).findFirst();
  }

  private Optional<Key> among(String kid) {
    return keys.stream().filter(key -> key.kid().equals(kid)).findFirst();
  }

  private void refresh(Duration age) {
    Instant now = clock.instant();
    if (read.equals(Instant.MIN) || !now.isBefore(read.plus(age))) {
      keys = table.keys(purpose);
      read = now;
    }
  }
}
