package app.oegukmin.shared.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.s3.S3;
import app.oegukmin.shared.search.Faults.Killed;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Writers that are killed or meet, and engines that do not respond: no change is lost. */
@Tag("process")
class LuceneFaultTest {

  @RegisterExtension static final Stack STACK = Stack.of("IndexTable", "IndexBucket");

  private static final LuceneAnalyzers ANALYZERS = new LuceneAnalyzers(Analysis.shipped());
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;

  private final FakeClock clock = new FakeClock(Instant.parse("2056-03-01T00:00:00Z"));
  private final S3Client s3 = S3.connect(PATIENCE);
  private SearchIndex index;
  private Faults ofReader;

  @BeforeEach
  void start() throws IOException {
    STACK.clear();
    ofReader = new Faults();
    index = reader("reader", ofReader);
  }

  @Test
  @DisplayName("A writer is killed at every other call, before, between and after uploads")
  void losesNothingWhereverAWriterIsKilled() throws IOException {
    List<Long> written = new ArrayList<>(List.of(1L));
    writer("writer", new Faults()).apply(List.of(put(1)));
    int calls = 0;
    boolean dies = true;
    while (dies) {
      long next = calls + 2L;
      dies = diesAfter(calls, next);
      clock.advance(LEASE);
      assertThat(found()).as("after %d calls", calls).containsAll(written);
      assertThat(writer("writer", new Faults()).apply(List.of(put(next)))).isTrue();
      written.addFirst(next);
      clock.advance(LEASE);
      assertThat(found()).as("after %d calls", calls).isEqualTo(written);
      // Every other one, for the time of this test.
      calls += 2;
    }
    assertThat(calls).isGreaterThan(8);
  }

  private boolean diesAfter(int calls, long id) throws IOException {
    Faults faults = new Faults();
    LuceneWriter writer = writer("writer", faults);
    faults.killAfter(calls);
    try {
      assertThat(writer.apply(List.of(put(id)))).isTrue();
      return false;
    } catch (Killed e) {
      return true;
    }
  }

  @Test
  void losesNothingWhereTwoWriteAtOnce() {
    List<CompletableFuture<Void>> writers =
        LongStream.of(100, 200)
            .mapToObj(
                first ->
                    CompletableFuture.runAsync(() -> writeAll(first), Thread::startVirtualThread))
            .toList();
    writers.forEach(CompletableFuture::join);

    assertThat(found()).containsExactly(203L, 202L, 201L, 200L, 103L, 102L, 101L, 100L);
  }

  private void writeAll(long first) {
    try {
      LuceneWriter writer = writer("writer" + first, new Faults());
      for (long id = first; id < first + 4; id++) {
        while (!writer.apply(List.of(put(id)))) {
          Thread.onSpinWait();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @DisplayName("S3 or DynamoDB does not respond: the writer writes nothing, and readers go on")
  void servesTheLastCommitWhileNobodyResponds() throws IOException {
    Faults ofWriter = new Faults();
    LuceneWriter writer = writer("writer", ofWriter);
    writer.apply(List.of(put(1)));
    assertThat(found()).containsExactly(1L);
    ofWriter.down(true);
    assertThatExceptionOfType(SdkClientException.class)
        .isThrownBy(() -> writer.apply(List.of(put(2))));
    ofWriter.down(false);
    ofReader.down(true);
    assertThat(writer.apply(List.of(put(2)))).isTrue();
    clock.advance(LEASE);

    assertThat(found()).as("the commit that is here").containsExactly(1L);
    Faults ofOther = new Faults();
    SearchIndex other = reader("other", ofOther);
    ofOther.down(true);
    assertThatExceptionOfType(ApiException.class).isThrownBy(() -> found(other));
    ofOther.down(false);
    assertThat(found(other)).containsExactly(2L, 1L);
    ofReader.down(false);
    clock.advance(LEASE);
    assertThat(found()).containsExactly(2L, 1L);
  }

  @Test
  @DisplayName("A rebuild is killed between its uploads: the next run has all")
  void losesNothingWhereARebuildIsKilled() throws IOException {
    writer("writer", new Faults()).apply(List.of(put(1), put(2)));
    Faults faults = new Faults();
    faults.killAfter(5);
    assertThatExceptionOfType(Killed.class).isThrownBy(() -> rebuild("killed", faults));
    clock.advance(LEASE);
    assertThat(found()).as("the index before").containsExactly(2L, 1L);
    rebuild("again", new Faults());
    clock.advance(LEASE);

    assertThat(found()).containsExactly(3L, 2L);
  }

  @Test
  @DisplayName("A rebuild that began by another analysis begins anew")
  void keepsNothingOfAnotherAnalysis() {
    RebuildTable rebuilds = commits(new Faults()).rebuilds();
    Rebuild old = rebuilds.acquire("old", LEASE).orElseThrow();
    rebuilds.leave(old.at(Map.of("_0.cfs", "segments/1"), "notice", 7, 500));

    assertThat(rebuilds.acquire("old", Duration.ZERO).orElseThrow().below()).isEqualTo(7);
    Rebuild anew = rebuilds.acquire("new", LEASE).orElseThrow();
    assertThat(anew.files()).isEmpty();
    assertThat(anew.documents()).isZero();
    assertThat(rebuilds.save(old, LEASE)).as("the run before").isFalse();
  }

  /** Notice 1 is gone from the tables, and 3 is new in them. */
  private void rebuild(String name, Faults faults) throws IOException {
    LuceneStore store = new LuceneStore(commits(faults), bucket(faults));
    Path files = Files.createDirectory(folder.resolve(name));
    var taken = LuceneRebuild.take(store, Analysis.shipped(), files, LEASE);
    if (taken.isPresent()) {
      try (LuceneRebuild rebuild = taken.get()) {
        assertThat(rebuild.add(List.of(put(3), put(2)), "notice", 2, 2)).isTrue();
        assertThat(rebuild.publish(key -> IndexChange.remove(SearchKind.NOTICE, 1))).isTrue();
      }
    }
  }

  private LuceneWriter writer(String name, Faults faults) throws IOException {
    return new LuceneWriter(
        commits(faults), bucket(faults), folder.resolve(name), ANALYZERS, LEASE);
  }

  private SearchIndex reader(String name, Faults faults) throws IOException {
    var replica =
        new LuceneReplica(commits(faults), bucket(faults), folder.resolve(name), PATIENCE, clock);
    return new LuceneIndex(replica, ANALYZERS, clock);
  }

  private CommitTable commits(Faults faults) {
    DynamoDbClient client = faults.on(DynamoDbClient.class, STACK.dynamodb());
    return new CommitTable(client, STACK.table("IndexTable"), clock);
  }

  private SegmentBucket bucket(Faults faults) {
    return new SegmentBucket(faults.on(S3Client.class, s3), STACK.bucket("IndexBucket"));
  }

  private List<Long> found() {
    return found(index);
  }

  private static List<Long> found(SearchIndex index) {
    var query = SearchQuery.of("장학금", EnumSet.of(SearchKind.NOTICE), Set.of(), Optional.empty());
    return index.newest(query, Long.MAX_VALUE, 100).stream().map(SearchHit::id).toList();
  }

  private static IndexChange put(long id) {
    return IndexChange.put(
        new SearchDocument(SearchKind.NOTICE, id, id, Optional.empty(), "", 0, "장학금 안내 " + id, ""));
  }
}
