package app.oegukmin.translator;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Counters;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.translation.CharacterMonth;
import java.time.YearMonth;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * How many characters each month has sent to the machine, one item per month beside the
 * translations.
 *
 * <pre>
 *   key (partition key) = "month#2026-11"     characters
 * </pre>
 */
final class CharacterTable {

  private static final Logger LOG = LoggerFactory.getLogger(CharacterTable.class);

  private final DynamoDbClient client;
  private final DynamoDbTable<CharacterMonth> months;

  /** The table of translations, by its physical name. */
  CharacterTable(DynamoDbClient client, String name) {
    this.client = client;
    this.months = Dynamo.table(client, name, CharacterMonth.SCHEMA);
  }

  /**
   * Reserves characters of a month, in one conditional update, so that the cap holds under races.
   *
   * @param cap 0 for none
   * @return how many of the month are taken now, empty when these would exceed the cap
   */
  OptionalLong reserve(YearMonth month, long wanted, long cap) {
    CharacterMonth more = CharacterMonth.of(month, wanted);
    if (cap == 0) {
      return OptionalLong.of(Counters.add(client, months, more).characters());
    }
    if (wanted > cap) {
      return OptionalLong.empty();
    }
    var room = Conditions.absentOrBelow("characters", cap - wanted + 1);
    return Counters.add(client, months, more, room).stream()
        .mapToLong(CharacterMonth::characters)
        .findFirst();
  }

  /**
   * Returns what was reserved in a month and not sent. If that fails, the characters stay counted,
   * and the translation, which is paid, is kept.
   */
  void giveBack(YearMonth month, long unused) {
    try {
      Counters.add(client, months, CharacterMonth.of(month, -unused));
    } catch (SdkException e) {
      LOG.warn("{} characters of {} stay counted: {}", unused, month, e.getMessage());
    }
  }
}
