package app.oegukmin.shared.limit;

import java.math.BigInteger;

/** A token bucket as one would write it down: fractions of tokens, with no rounding at all. */
final class ExactBucket {

  private final BigInteger capacity;
  private final BigInteger gain;
  private final BigInteger millis;
  // Tokens times millis.
  private BigInteger level;
  private long latest = Long.MIN_VALUE;

  ExactBucket(Bucket bucket) {
    capacity = BigInteger.valueOf(bucket.capacity());
    gain = BigInteger.valueOf(bucket.gain());
    millis = BigInteger.valueOf(bucket.millis());
    level = capacity.multiply(millis);
  }

  void show(long now) {
    if (latest != Long.MIN_VALUE && now > latest) {
      BigInteger gained = BigInteger.valueOf(now - latest).multiply(gain);
      level = level.add(gained).min(capacity.multiply(millis));
    }
    latest = Math.max(latest, now);
  }

  boolean has(long tokens) {
    return level.compareTo(BigInteger.valueOf(tokens).multiply(millis)) >= 0;
  }

  void take(long tokens) {
    level = level.subtract(BigInteger.valueOf(tokens).multiply(millis));
  }

  long whole() {
    return level.divide(millis).longValueExact();
  }
}
