package app.oegukmin.shared.job;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.EpochSeconds;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Writes;
import java.time.Clock;
import java.time.Instant;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * When each job was last done.
 *
 * <pre>
 *   job ("crawl")   at (epoch seconds)
 * </pre>
 */
public final class JobTable {

  private static final TableSchema<Row> SCHEMA =
      RecordSchema.of(Row.class).partition("job").as("at", new EpochSeconds()).build();

  private final DynamoDbTable<Row> table;
  private final Clock clock;

  /** The table with a physical name. */
  public JobTable(DynamoDbClient client, String name, Clock clock) {
    this.table = Dynamo.table(client, name, SCHEMA);
    this.clock = clock;
  }

  /** Notes that a job has been done now. */
  public void done(Job job) {
    Writes.put(table, new Row(job.id(), clock.instant()));
  }

  /**
   * When a job was last done. One that has never been is taken for done now, so that a new stack
   * has as long as any other.
   */
  public Instant last(Job job) {
    Key key = Key.builder().partitionValue(job.id()).build();
    return Reads.find(table, key).map(Row::at).orElseGet(() -> first(job));
  }

  private Instant first(Job job) {
    Instant now = clock.instant();
    Writes.put(table, new Row(job.id(), now), Conditions.absent("job"));
    return now;
  }

  /** An item; everyone who writes one writes all of it. */
  record Row(String job, Instant at) {}
}
