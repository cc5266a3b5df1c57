package app.oegukmin.shared.translation;

import app.oegukmin.shared.dynamo.RecordSchema;
import java.time.YearMonth;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * How many characters a month has sent to the machine: an item of TranslationTable beside the
 * translations.
 *
 * @param key for instance {@code month#2026-11}
 */
public record CharacterMonth(String key, long characters) {

  /** The attributes of the item. */
  public static final TableSchema<CharacterMonth> SCHEMA =
      RecordSchema.of(CharacterMonth.class).partition("key").build();

  /** Characters of a month. */
  public static CharacterMonth of(YearMonth month, long characters) {
    return new CharacterMonth(text(month), characters);
  }

  /** The key of a month's item. */
  public static Key keyOf(YearMonth month) {
    return Key.builder().partitionValue(text(month)).build();
  }

  private static String text(YearMonth month) {
    return "month#" + month;
  }
}
