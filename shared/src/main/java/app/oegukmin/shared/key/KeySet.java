package app.oegukmin.shared.key;

import app.oegukmin.shared.secret.Secret;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The keys of one purpose, kept for a while: read again when they are old, or when a kid is
 * unknown, but then at most once per some seconds, so that forged tokens cannot make every call a
 * read. Safe for use by many threads.
 */
public final class KeySet {

  private final Secret<List<Key>> keys;
  private final String purpose;

  /** The keys of a purpose; nothing is read before they are needed. */
  public KeySet(KeyTable table, String purpose, Clock clock) {
    this.keys = new Secret<>(() -> table.keys(purpose), clock);
    this.purpose = purpose;
  }

  /**
   * The key that signs now.
   *
   * @throws IllegalStateException when the operator has not put one there yet
   */
  public Key current() {
    return first(key -> key.state() == Key.State.CURRENT)
        .orElseThrow(() -> new IllegalStateException("No current key for " + purpose));
  }

  /** The key with an id, empty when there is none. */
  public Optional<Key> find(String kid) {
    return first(key -> key.kid().equals(kid));
  }

  private Optional<Key> first(Predicate<Key> wanted) {
    List<Key> known = keys.get();
    return among(known, wanted)
        .or(() -> keys.instead(known).flatMap(others -> among(others, wanted)));
  }

  private static Optional<Key> among(List<Key> keys, Predicate<Key> wanted) {
    return keys.stream().filter(wanted).findFirst();
  }
}
