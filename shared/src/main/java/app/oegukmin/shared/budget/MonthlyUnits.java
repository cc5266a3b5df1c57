package app.oegukmin.shared.budget;

import app.oegukmin.shared.dynamo.RecordSchema;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * How many units of a vendor a month has used: an item beside the vendor's others.
 *
 * <pre>
 *   key (partition key) = "month#2026-11"     characters, seconds or tokens
 * </pre>
 */
public record MonthlyUnits(String key, long units) {

  /**
   * The attributes of the item.
   *
   * @param unit the attribute that holds the number
   */
  public static TableSchema<MonthlyUnits> schema(String unit) {
    return RecordSchema.of(MonthlyUnits.class).partition("key").named("units", unit).build();
  }

  /** The key of the month in which a moment lies; months are in UTC, as vendors bill. */
  public static Key keyAt(Instant now) {
    return Key.builder().partitionValue(keyOf(now)).build();
  }

  static String keyOf(Instant now) {
    return "month#" + YearMonth.from(now.atZone(ZoneOffset.UTC));
  }
}
