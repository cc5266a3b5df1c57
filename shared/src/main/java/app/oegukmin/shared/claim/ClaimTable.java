package app.oegukmin.shared.claim;

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
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Results that are kept for a while, and the claims of those who are making one. A result is a
 * text, because a number of DynamoDB has no {@code .0}.
 *
 * <pre>
 *   key (partition key)   claim          a result           until             expires
 *   made by the caller    random         none of a claim    in milliseconds   for the time to live
 * </pre>
 */
public final class ClaimTable {

  // Longer than a function of API Gateway lives: a claim whose function has died is anybody's then.
  private static final Duration CLAIMED = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(ClaimTable.class);

  private record Row(
      String key, String claim, Optional<String> result, Instant until, Instant expires) {}

  private final DynamoDbTable<Row> rows;
  private final Duration kept;

  /**
   * The table with a physical name.
   *
   * @param result the attribute that holds results
   * @param kept how long a result is served
   */
  public ClaimTable(DynamoDbClient client, String name, String result, Duration kept) {
    this.rows =
        Dynamo.table(
            client,
            name,
            RecordSchema.of(Row.class)
                .partition("key")
                .named("result", result)
                .as("until", new EpochMillis())
                .as("expires", new EpochSeconds())
                .build());
    this.kept = kept;
  }

  /** Claims a key; false while there is a result, or another's claim. */
  public boolean claim(String key, String claim, Instant now) {
    Instant until = now.plus(CLAIMED);
    return Writes.put(
        rows,
        new Row(key, claim, Optional.empty(), until, until),
        Conditions.absentOrBelow("until", now.toEpochMilli() + 1));
  }

  /** The result of a key; empty while there is only a claim. */
  public Optional<String> result(String key, Instant now) {
    return Reads.find(rows, item(key)).filter(row -> row.until().isAfter(now)).flatMap(Row::result);
  }

  /** Puts a result in the place of a claim. If that fails, it is not kept, and yet served. */
  public void keep(String key, String claim, String result, Instant now) {
    Instant until = now.plus(kept);
    Row row = new Row(key, claim, Optional.of(result), until, until);
    quietly(() -> Writes.put(rows, row, Conditions.equal("claim", claim)));
  }

  /** Gives up a claim, so that the next one need not wait for its end. */
  public void abandon(String key, String claim) {
    quietly(() -> Writes.delete(rows, item(key), Conditions.equal("claim", claim)));
  }

  private static void quietly(Runnable write) {
    try {
      write.run();
    } catch (SdkException e) {
      LOG.warn("A claim stays until it ends: {}", e.getMessage());
    }
  }

  private static Key item(String key) {
    return Key.builder().partitionValue(key).build();
  }
}
