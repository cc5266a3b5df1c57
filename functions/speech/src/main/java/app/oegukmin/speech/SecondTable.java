package app.oegukmin.speech;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Counters;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.RecordSchema;
import java.time.YearMonth;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * How many seconds of sound each month has sent to Azure, one item per month beside the scores.
 *
 * <pre>
 *   key (partition key) = "month#2026-11"     seconds
 * </pre>
 */
final class SecondTable {

  private static final Logger LOG = LoggerFactory.getLogger(SecondTable.class);

  private record Month(String key, long seconds) {

    static Month of(YearMonth month, long seconds) {
      return new Month("month#" + month, seconds);
    }
  }

  private static final TableSchema<Month> MONTHS =
      RecordSchema.of(Month.class).partition("key").build();

  private final DynamoDbClient client;
  private final DynamoDbTable<Month> months;

  /** The table of scores, by its physical name. */
  SecondTable(DynamoDbClient client, String name) {
    this.client = client;
    this.months = Dynamo.table(client, name, MONTHS);
  }

  /**
   * Reserves seconds of a month, in one conditional update, so that the cap holds under races.
   *
   * @param cap 0 for none
   * @return how many of the month are taken now, empty when these would exceed the cap
   */
  OptionalLong reserve(YearMonth month, long wanted, long cap) {
    Month more = Month.of(month, wanted);
    if (cap == 0) {
      return OptionalLong.of(Counters.add(client, months, more).seconds());
    }
    if (wanted > cap) {
      return OptionalLong.empty();
    }
    var room = Conditions.absentOrBelow("seconds", cap - wanted + 1);
    return Counters.add(client, months, more, room).stream().mapToLong(Month::seconds).findFirst();
  }

  /** Returns what was not sent; if that fails, it stays counted. */
  void giveBack(YearMonth month, long unused) {
    try {
      Counters.add(client, months, Month.of(month, -unused));
    } catch (SdkException e) {
      LOG.warn("{} seconds of {} stay counted: {}", unused, month, e.getMessage());
    }
  }
}
