package app.oegukmin.translator;

import app.oegukmin.shared.dynamo.Counters;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.EpochMillis;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Writes;
import app.oegukmin.shared.work.TranslateWork;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What is known of requests that have failed, beside the translations: how often a response could
 * not be read, because each may be paid, and until when nothing is tried.
 *
 * <pre>
 *   key (partition key) = "failed#" + the request's key     unreadable     restsUntil (epoch milliseconds)
 * </pre>
 */
final class FailedWorkTable {

  private record Unreadable(String key, long unreadable) {}

  private record Rest(String key, Optional<Instant> restsUntil) {}

  private static final TableSchema<Unreadable> UNREADABLE =
      RecordSchema.of(Unreadable.class).partition("key").build();
  private static final TableSchema<Rest> RESTS =
      RecordSchema.of(Rest.class).partition("key").as("restsUntil", new EpochMillis()).build();

  private final DynamoDbClient client;
  private final DynamoDbTable<Unreadable> counts;
  private final DynamoDbTable<Rest> rests;

  /** The table of translations, by its physical name. */
  FailedWorkTable(DynamoDbClient client, String name) {
    this.client = client;
    this.counts = Dynamo.table(client, name, UNREADABLE);
    this.rests = Dynamo.table(client, name, RESTS);
  }

  /** Counts one more response that could not be read; how many there have been. */
  long unreadable(TranslateWork work) {
    return Counters.add(client, counts, new Unreadable(key(work), 1)).unreadable();
  }

  /** Leaves a request alone until a moment. */
  void rest(TranslateWork work, Instant until) {
    Writes.set(rests, new Rest(key(work), Optional.of(until)));
  }

  /** Whether a request is left alone. */
  boolean rests(TranslateWork work, Instant now) {
    return Reads.find(rests, Key.builder().partitionValue(key(work)).build())
        .flatMap(Rest::restsUntil)
        .filter(now::isBefore)
        .isPresent();
  }

  private static String key(TranslateWork work) {
    return "failed#" + work.key();
  }
}
