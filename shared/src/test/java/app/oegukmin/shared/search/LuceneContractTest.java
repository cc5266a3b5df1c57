package app.oegukmin.shared.search;

import app.oegukmin.shared.s3.S3;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract, kept by Lucene over files in S3. */
@Tag("process")
class LuceneContractTest extends SearchContract {

  @RegisterExtension static final Stack STACK = Stack.of("IndexTable", "IndexBucket");

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final LuceneAnalyzers analyzers = new LuceneAnalyzers(Analysis.shipped());

  @Override
  void open() throws IOException {
    STACK.clear();
    clock = new FakeClock(START);
    commits = new CommitTable(STACK.dynamodb(), STACK.table("IndexTable"), clock);
    var bucket = new SegmentBucket(S3.connect(PATIENCE), STACK.bucket("IndexBucket"));
    store = new LuceneStore(commits, bucket);
    var replica =
        new LuceneReplica(
            commits, bucket, Files.createTempDirectory(folder, "replica"), PATIENCE, clock);
    index = new LuceneIndex(replica, analyzers, clock);
  }
}
