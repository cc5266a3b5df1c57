package app.oegukmin.shared.search;

import app.oegukmin.shared.env.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Writes the index: takes the lease, goes on from the newest commit, stores the files that are new
 * and makes them the newest commit. Whenever it dies, the commit before stands.
 */
public final class LuceneWriter {

  private static final Logger LOG = LoggerFactory.getLogger(LuceneWriter.class);
  private static final String WORK = "work";

  private final CommitTable commits;
  private final SegmentBucket bucket;
  private final SegmentFolder folder;
  private final LuceneAnalyzers analyzers;
  private final Duration lease;

  /**
   * A writer.
   *
   * @param folder its own
   * @param lease longer than one call of {@link #apply} takes
   */
  public LuceneWriter(
      CommitTable commits,
      SegmentBucket bucket,
      Path folder,
      LuceneAnalyzers analyzers,
      Duration lease)
      throws IOException {
    this.commits = commits;
    this.bucket = bucket;
    this.folder = new SegmentFolder(folder, bucket);
    this.analyzers = analyzers;
    this.lease = lease;
  }

  /**
   * The writer of the index that the environment names, by {@code INDEX_TABLE} and {@code
   * INDEX_BUCKET}; one call of {@link #apply} has a minute.
   */
  public static LuceneWriter of(Environment environment, DynamoDbClient client, Clock clock) {
    return LuceneStore.of(environment, client, clock).writer();
  }

  /**
   * Makes changes, all or none of them.
   *
   * @return false, and nothing has changed, when another writer has the lease or has taken it
   * @throws IOException when the files cannot be written
   */
  public boolean apply(List<IndexChange> changes) throws IOException {
    return apply(() -> changes);
  }

  /** The same with changes that are read once the lease is taken. */
  public boolean apply(Supplier<List<IndexChange>> changes) throws IOException {
    Optional<Commit> taken = commits.acquire(lease);
    if (taken.isEmpty()) {
      return false;
    }
    Commit commit = taken.get();
    boolean published = false;
    try {
      List<IndexChange> some = changes.get();
      if (!some.isEmpty()) {
        Path work = folder.open(WORK, commit);
        Commit next = commit.next(stored(commit, written(work, some), work));
        commits.rebuilds().note(some);
        published = commits.publish(next);
        folder.keep(Map.of(WORK, next));
        return published;
      }
    } finally {
      if (!published) {
        commits.release(commit);
      }
    }
    return true;
  }

  private List<String> written(Path work, List<IndexChange> changes) throws IOException {
    try (Directory directory = FSDirectory.open(work)) {
      try (IndexWriter writer = new IndexWriter(directory, config(analyzers))) {
        changes.forEach(change -> write(writer, change));
      }
      // Closed first: it may merge segments, and the files of the commit before are gone then.
      return List.copyOf(SegmentInfos.readLatestCommit(directory).files(true));
    }
  }

  static IndexWriterConfig config(LuceneAnalyzers analyzers) {
    // No thread of its own, which a function would freeze.
    return new IndexWriterConfig(analyzers.perField())
        .setMergeScheduler(new SerialMergeScheduler());
  }

  // A text that Lucene refuses must not hold up all others.
  static void write(IndexWriter writer, IndexChange change) {
    Term key = new Term(SearchFields.KEY, change.key());
    try {
      if (change.document().isPresent()) {
        writer.updateDocument(key, LuceneDocuments.document(change.document().get()));
      } else {
        writer.deleteDocuments(key);
      }
    } catch (IllegalArgumentException e) {
      LOG.error("{} cannot be indexed", change.key(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Lucene never changes a file: what the commit before has by the same name is the same.
  private Map<String, String> stored(Commit before, List<String> files, Path work)
      throws IOException {
    Map<String, String> objects = new HashMap<>();
    for (String file : files) {
      String known = before.files().get(file);
      objects.put(file, known == null ? bucket.put(work.resolve(file)) : known);
    }
    return objects;
  }
}
