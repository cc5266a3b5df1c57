package app.oegukmin.shared.search;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.s3.S3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** An index of Lucene's whose files lie in S3. */
final class LuceneStore implements IndexStore {

  // Longer than the function's timeout: who has it and lives is not overtaken.
  private static final Duration LEASE = Duration.ofSeconds(70);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final CommitTable commits;
  private final SegmentBucket bucket;
  private Optional<LuceneWriter> writer = Optional.empty();

  LuceneStore(CommitTable commits, SegmentBucket bucket) {
    this.commits = commits;
    this.bucket = bucket;
  }

  /** The index that the environment names, by {@code INDEX_TABLE} and {@code INDEX_BUCKET}. */
  static LuceneStore of(Environment environment, DynamoDbClient client, Clock clock) {
    return new LuceneStore(
        new CommitTable(client, environment.require("INDEX_TABLE"), clock),
        new SegmentBucket(S3.connect(PATIENCE), environment.require("INDEX_BUCKET")));
  }

  CommitTable commits() {
    return commits;
  }

  SegmentBucket bucket() {
    return bucket;
  }

  @Override
  public boolean apply(Supplier<List<IndexChange>> changes) throws IOException {
    return writer().apply(changes);
  }

  /** Made when it is first needed: its dictionary takes half a second. */
  synchronized LuceneWriter writer() {
    if (writer.isEmpty()) {
      try {
        Path folder = Files.createTempDirectory("index-");
        var analyzers = new LuceneAnalyzers(Analysis.shipped());
        writer = Optional.of(new LuceneWriter(commits, bucket, folder, analyzers, LEASE));
      } catch (IOException e) {
        throw new UncheckedIOException("There is no place for the index", e);
      }
    }
    return writer.get();
  }

  @Override
  public Optional<IndexRebuild> rebuild(Path folder, Duration lease) throws IOException {
    return LuceneRebuild.take(this, Analysis.shipped(), folder, lease).map(rebuild -> rebuild);
  }

  @Override
  public boolean needsRebuild(Instant before) {
    return commits.needsRebuild(Analysis.shipped().hash(), before);
  }

  @Override
  public void sweep(Instant before) {
    Set<String> needed = new HashSet<>(commits.rebuilds().files().values());
    commits.newest().ifPresent(commit -> needed.addAll(commit.objects()));
    bucket.sweep(needed, before);
  }
}
