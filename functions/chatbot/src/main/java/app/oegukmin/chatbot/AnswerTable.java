package app.oegukmin.chatbot;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.EpochMillis;
import app.oegukmin.shared.dynamo.EpochSeconds;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Writes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The answers of the last day, and the claims of those who are having a question answered. Neither
 * titles nor links are kept: they come from rows each time.
 *
 * <pre>
 *   key (partition key)   claim          sentences              until             expires
 *   AnswerKey             random         JSON with numbers of   in milliseconds   for the time to live
 *                                        passages, none of a
 *                                        claim
 * </pre>
 */
final class AnswerTable {

  /** How long answers are kept. */
  static final Duration KEPT = Duration.ofDays(1);

  // Longer than the function lives: a claim whose function has died is anybody's then.
  private static final Duration CLAIMED = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(AnswerTable.class);

  private record Row(
      String key, String claim, Optional<String> sentences, Instant until, Instant expires) {}

  private static final TableSchema<Row> ROWS =
      RecordSchema.of(Row.class)
          .partition("key")
          .as("until", new EpochMillis())
          .as("expires", new EpochSeconds())
          .build();

  private final DynamoDbTable<Row> rows;

  /** The table with a physical name. */
  AnswerTable(DynamoDbClient client, String name) {
    this.rows = Dynamo.table(client, name, ROWS);
  }

  /** Claims a key; false while there is an answer, or another's claim. */
  boolean claim(AnswerKey key, String claim, Instant now) {
    Instant until = now.plus(CLAIMED);
    return Writes.put(
        rows,
        new Row(key.value(), claim, Optional.empty(), until, until),
        Conditions.absentOrBelow("until", now.toEpochMilli() + 1));
  }

  /** The sentences of a key; empty while there is only a claim. */
  Optional<String> sentences(AnswerKey key, Instant now) {
    return Reads.find(rows, item(key))
        .filter(row -> row.until().isAfter(now))
        .flatMap(Row::sentences);
  }

  /** Puts sentences in the place of a claim. If that fails, they are not kept, and yet served. */
  void keep(AnswerKey key, String claim, String sentences, Instant now) {
    Instant until = now.plus(KEPT);
    Row row = new Row(key.value(), claim, Optional.of(sentences), until, until);
    quietly(() -> Writes.put(rows, row, Conditions.equal("claim", claim)));
  }

  /** Gives up a claim, so that the next one need not wait for its end. */
  void abandon(AnswerKey key, String claim) {
    quietly(() -> Writes.delete(rows, item(key), Conditions.equal("claim", claim)));
  }

  private static void quietly(Runnable write) {
    try {
      write.run();
    } catch (SdkException e) {
      LOG.warn("A claim stays until it ends: {}", e.getMessage());
    }
  }

  private static Key item(AnswerKey key) {
    return Key.builder().partitionValue(key.value()).build();
  }
}
