package app.oegukmin.shared.budget;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Counters;
import app.oegukmin.shared.dynamo.Dynamo;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Enforces how many units of a vendor may be used in a calendar month (UTC). Units are reserved
 * before a call, in one conditional update, so that calls that race cannot exceed the cap together.
 * Safe for use by many threads.
 *
 * <pre>{@code
 * Reservation reserved = budget.reserve(500).orElseThrow(…);
 * long billed = vendor.call(…);
 * reserved.use(billed);
 * }</pre>
 */
public final class MonthlyBudget {

  private static final Logger LOG = LoggerFactory.getLogger(MonthlyBudget.class);

  private final DynamoDbClient client;
  private final DynamoDbTable<MonthlyUnits> months;
  private final String unit;
  private final long cap;
  private final InstantSource clock;

  /**
   * A budget whose items lie in a table.
   *
   * @param table its physical name
   * @param unit the attribute that counts, for instance {@code characters}
   * @param cap units a month, 0 for as many as the vendor allows
   */
  public MonthlyBudget(
      DynamoDbClient client, String table, String unit, long cap, InstantSource clock) {
    this.client = client;
    this.months = Dynamo.table(client, table, MonthlyUnits.schema(unit));
    this.unit = unit;
    this.cap = cap;
    this.clock = clock;
  }

  /** How many units a month may use; 0 for any number. */
  public long cap() {
    return cap;
  }

  /** Reserves units of this month; empty, and nothing is reserved, when they exceed the cap. */
  public Optional<Reservation> reserve(long wanted) {
    MonthlyUnits more = new MonthlyUnits(MonthlyUnits.keyOf(clock.instant()), wanted);
    if (cap == 0) {
      return Optional.of(new Reservation(more, Counters.add(client, months, more).units()));
    }
    if (wanted > cap) {
      return Optional.empty();
    }
    var room = Conditions.absentOrBelow(unit, cap - wanted + 1);
    return Counters.add(client, months, more, room)
        .map(month -> new Reservation(more, month.units()));
  }

  /** Units that are counted already, in the month in which they were reserved. */
  public final class Reservation {

    private final MonthlyUnits reserved;
    private final long used;

    private Reservation(MonthlyUnits reserved, long used) {
      this.reserved = reserved;
      this.used = used;
    }

    /** How many units of the month are taken, this reservation included. */
    public long used() {
      return used;
    }

    /**
     * Returns what was not used. If that fails, it stays counted, because the call may be paid and
     * its result is kept.
     *
     * @param units how many of those reserved the vendor bills; if it bills more, all stay counted
     * @return how many units of the month are taken without those returned
     */
    public long use(long units) {
      long unused = Math.max(0, reserved.units() - units);
      if (unused > 0) {
        giveBack(unused);
      }
      return used - unused;
    }

    private void giveBack(long unused) {
      try {
        Counters.add(client, months, new MonthlyUnits(reserved.key(), -unused));
      } catch (SdkException e) {
        LOG.warn("{} {} of {} stay counted: {}", unused, unit, reserved.key(), e.getMessage());
      }
    }
  }
}
