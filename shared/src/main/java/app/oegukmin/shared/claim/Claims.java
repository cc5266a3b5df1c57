package app.oegukmin.shared.claim;

import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.shared.retry.Retries;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Has work done once by those who ask for the same. Safe for use by many threads. */
public final class Claims {

  private final ClaimTable table;
  private final Clock clock;
  private final RandomGenerator random;
  private final Backoff backoff;

  /**
   * Claims in a table.
   *
   * @param random makes the names of claims
   * @param backoff how long to wait between two looks for another's result
   */
  public Claims(ClaimTable table, Clock clock, RandomGenerator random, Backoff backoff) {
    this.table = table;
    this.clock = clock;
    this.random = random;
    this.backoff = backoff;
  }

  /**
   * The result of a key: the kept one, or what the work makes, which one of all who race does. When
   * it fails, the next one tries.
   *
   * @param wait how long to wait for another's result
   * @return empty when the wait is over
   */
  public Optional<String> once(String key, Duration wait, Supplier<String> work) {
    String claim = Long.toHexString(random.nextLong());
    Retries looks = backoff.within(wait, clock);
    while (!table.claim(key, claim, clock.instant())) {
      Optional<String> result = table.result(key, clock.instant());
      if (result.isPresent() || !looks.pause()) {
        return result;
      }
    }
    return Optional.of(claimed(key, claim, work));
  }

  private String claimed(String key, String claim, Supplier<String> work) {
    boolean done = false;
    try {
      String result = work.get();
      done = true;
      table.keep(key, claim, result, clock.instant());
      return result;
    } finally {
      if (!done) {
        table.abandon(key, claim);
      }
    }
  }
}
