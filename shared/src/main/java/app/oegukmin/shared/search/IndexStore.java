package app.oegukmin.shared.search;

import app.oegukmin.shared.env.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * An index as those see it that write it. Both engines keep the same contract: whenever a writer
 * dies, comes late or meets another, no change is lost whose call is made again.
 */
public interface IndexStore {

  /** The index of the engine that {@code SEARCH_ENGINE} names: Lucene's unless it says another. */
  static IndexStore of(Environment environment, DynamoDbClient client, Clock clock) {
    return OpenSearchCluster.isChosen(environment)
        ? OpenSearchStore.of(environment, client, clock)
        : LuceneStore.of(environment, client, clock);
  }

  /**
   * Makes changes; one call has a minute.
   *
   * @param changes is asked under the writer's lease, so that what it reads is older than nothing
   *     that another writer has written
   * @return false, and nothing has changed, when another writer has the lease or has taken it
   * @throws IOException when the index cannot be written
   */
  boolean apply(Supplier<List<IndexChange>> changes) throws IOException;

  /**
   * Begins to make the index anew, or goes on where the run before has come to.
   *
   * @param folder empty, for files of this run
   * @param lease longer than this run takes
   * @return empty while another run is under way
   */
  Optional<IndexRebuild> rebuild(Path folder, Duration lease) throws IOException;

  /**
   * Whether the index should be made anew, or is being made.
   *
   * @param before it is too old when it was made before this moment, where age matters
   */
  boolean needsRebuild(Instant before);

  /**
   * Deletes what nobody needs.
   *
   * @param before what is younger stays: a writer may be about to publish it
   */
  void sweep(Instant before) throws IOException;
}
