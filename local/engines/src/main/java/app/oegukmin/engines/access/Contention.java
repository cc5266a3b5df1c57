package app.oegukmin.engines.access;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What DynamoDB refuses because of other writes of the same moment, which DynamoDB Local never
 * does: an item that a transaction is writing takes no other write, and no item takes more than
 * 1,000 write units in a second. Safe for use by many threads.
 */
final class Contention {

  /** The code of an action that is no reason to refuse. */
  static final String NONE = "None";

  /** The item is part of a transaction that has not ended. */
  static final String CONFLICT = "TransactionConflict";

  /** The item has had its write units of this second. */
  static final String THROTTLED = "ThrottlingError";

  static final long UNITS_PER_SECOND = 1000;

  // Items that were written longest ago are forgotten; they have their units back.
  private static final int REMEMBERED = 10_000;

  private final InstantSource clock;
  private final Set<String> inTransactions = new HashSet<>();
  private final Map<String, Units> units =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Units> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** What an item has left of a second's units. */
  private record Units(double left, long millis) {

    Units at(long now) {
      double more = left + (now - millis) * UNITS_PER_SECOND / 1000.0;
      return new Units(Math.min(UNITS_PER_SECOND, more), now);
    }

    Units less(long used) {
      return new Units(left - used, millis);
    }
  }

  Contention(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Begins a request; what begins must {@link #end}.
   *
   * @param transaction whether it is one
   * @return empty when it may go on, else a code for each of its writes
   */
  synchronized List<String> begin(boolean transaction, List<ItemWrite> writes) {
    List<String> codes = writes.stream().map(this::code).toList();
    if (codes.stream().anyMatch(code -> !code.equals(NONE))) {
      return codes;
    }
    for (ItemWrite write : writes) {
      units.compute(write.item(), (item, left) -> now(left).less(write.units()));
      if (transaction) {
        inTransactions.add(write.item());
      }
    }
    return List.of();
  }

  /** Ends a transaction that has begun. */
  synchronized void end(List<ItemWrite> writes) {
    writes.forEach(write -> inTransactions.remove(write.item()));
  }

  private String code(ItemWrite write) {
    if (inTransactions.contains(write.item())) {
      return CONFLICT;
    }
    return now(units.get(write.item())).left() < write.units() ? THROTTLED : NONE;
  }

  private Units now(Units left) {
    long now = clock.millis();
    return left == null ? new Units(UNITS_PER_SECOND, now) : left.at(now);
  }
}
