package app.oegukmin.keys;

import app.oegukmin.shared.key.Key;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which key signs. A key is published before it signs, for longer than any function keeps the keys
 * in memory. It is accepted after it signed, for longer than any token lives. So a rotation signs
 * nobody out. Runs may repeat and overlap.
 */
final class KeyRotation {

  /** Least time between publishing and signing; whoever verifies reads the keys more often. */
  static final Duration PUBLISHED = Duration.ofDays(1);

  /** How late a signer with old keys in memory, or its clock, may be. */
  static final Duration MARGIN = Duration.ofDays(1);

  private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);
  private static final int SECRET_BYTES = 32;

  private final SigningKeyTable table;
  private final Duration period;
  private final Duration longestToken;
  private final SecureRandom random;
  private final Clock clock;

  /**
   * A rotation.
   *
   * @param period how long a key signs
   * @param longestToken the longest lifetime of a token
   */
  KeyRotation(
      SigningKeyTable table,
      Duration period,
      Duration longestToken,
      SecureRandom random,
      Clock clock) {
    this.table = table;
    this.period = period;
    this.longestToken = longestToken;
    this.random = random;
    this.clock = clock;
  }

  /** Does what is due: makes missing keys, lets the next one sign, removes those out of use. */
  void run() {
    Instant now = clock.instant();
    List<SigningKey> keys = table.all();
    List<SigningKey> current = in(Key.State.CURRENT, keys);
    Optional<SigningKey> next = in(Key.State.NEXT, keys).stream().findFirst();
    long last = keys.stream().mapToLong(SigningKey::number).max().orElse(0);
    if (current.isEmpty()) {
      // This key is used without having been published before, because otherwise nobody could sign
      // in.
      last++;
      make(last, Key.State.CURRENT, now);
    }
    if (next.isEmpty()) {
      make(last + 1, Key.State.NEXT, now);
    }
    next.filter(key -> due(key, current, now)).ifPresent(key -> promote(key, current, now));
    in(Key.State.PREVIOUS, keys).stream()
        .filter(key -> passed(key, longestToken.plus(MARGIN), now))
        .forEach(this::remove);
  }

  private boolean due(SigningKey next, List<SigningKey> current, Instant now) {
    return passed(next, PUBLISHED, now)
        && !current.isEmpty()
        && current.stream().allMatch(key -> passed(key, period, now));
  }

  private void make(long number, Key.State state, Instant now) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    SigningKey key = new SigningKey(Long.toString(number), state, now);
    if (table.add(key, Base64.getEncoder().encodeToString(secret))) {
      LOG.info("Made key {} as {}", number, state);
    }
  }

  private void promote(SigningKey next, List<SigningKey> current, Instant now) {
    if (table.promote(next, current, now)) {
      LOG.info("Key {} signs from now on", next.kid());
    }
  }

  private void remove(SigningKey key) {
    table.remove(key);
    LOG.info("Removed key {}", key.kid());
  }

  private static List<SigningKey> in(Key.State state, List<SigningKey> keys) {
    return keys.stream()
        .filter(key -> key.is(state))
        .sorted(Comparator.comparingLong(SigningKey::number))
        .toList();
  }

  private static boolean passed(SigningKey key, Duration time, Instant now) {
    return !now.isBefore(key.since().plus(time));
  }
}
