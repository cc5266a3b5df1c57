package app.oegukmin.shared.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.s3.S3;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Writers that meet, die and come late, and replicas that follow them. */
@Tag("process")
class LuceneWriterTest {

  @RegisterExtension static final Stack STACK = Stack.of("IndexTable", "IndexBucket");

  private static final LuceneAnalyzers ANALYZERS = new LuceneAnalyzers(Analysis.shipped());
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;

  private final FakeClock clock = new FakeClock(Instant.parse("2056-03-01T00:00:00Z"));
  private CommitTable commits;
  private SegmentBucket bucket;
  private LuceneWriter writer;
  private LuceneReplica replica;

  @BeforeEach
  void start() throws IOException {
    STACK.clear();
    commits = new CommitTable(STACK.dynamodb(), STACK.table("IndexTable"), clock);
    bucket = new SegmentBucket(S3.connect(Duration.ofMinutes(1)), STACK.bucket("IndexBucket"));
    writer = writer("writer");
    replica = new LuceneReplica(commits, bucket, folder.resolve("replica"), PATIENCE, clock);
  }

  @Test
  void followsAnotherWritersCommit() throws IOException {
    writer.apply(List.of(put(1, "장학금 안내")));
    writer("other").apply(List.of(put(2, "장학생 선발")));
    writer.apply(List.of(put(3, "장학 재단")));

    assertThat(found("장학")).containsExactly(3L, 2L, 1L);
  }

  @Test
  void refusesTheCommitOfAWriterWhoseLeaseHasEnded() throws IOException {
    writer.apply(List.of(put(1, "장학금 안내")));
    Commit slow = commits.acquire(LEASE).orElseThrow();
    clock.advance(LEASE);
    writer("other").apply(List.of(put(2, "장학생 선발")));

    assertThat(commits.publish(slow.next(Map.of()))).isFalse();
    assertThat(found("장학")).containsExactly(2L, 1L);
  }

  @Test
  void servesTheLastCommitWhereAFileOfTheNextIsMissing() throws IOException {
    writer.apply(List.of(put(1, "장학금 안내")));
    assertThat(found("장학금")).containsExactly(1L);
    Commit broken = commits.acquire(LEASE).orElseThrow();
    commits.publish(broken.next(Map.of("segments_9", "segments/none")));
    clock.advance(Duration.ofSeconds(30));

    assertThat(found("장학금")).containsExactly(1L);
    assertThatExceptionOfType(NoSuchKeyException.class)
        .isThrownBy(() -> writer.apply(List.of(put(2, "졸업 안내"))));
  }

  @Test
  void saysThatItCannotBeAskedWhereThereIsNoTable() throws IOException {
    var nowhere = new CommitTable(STACK.dynamodb(), "nowhere", clock);
    replica = new LuceneReplica(nowhere, bucket, folder.resolve("other"), PATIENCE, clock);

    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> found("장학금"))
        .matches(refusal -> refusal.code() == ErrorCode.UNAVAILABLE);
  }

  @Test
  void opensNoFileWithAnotherContent() throws IOException {
    writer.apply(List.of(put(1, "장학금 안내")));
    String bucketName = STACK.bucket("IndexBucket");
    for (String object : commits.newest().orElseThrow().files().values()) {
      STACK.s3().putObject(r -> r.bucket(bucketName).key(object), RequestBody.fromString("?"));
    }

    assertThatExceptionOfType(ApiException.class).isThrownBy(() -> found("장학금"));
  }

  @Test
  void looksForANewerCommitEveryHalfMinute() throws IOException {
    writer.apply(List.of(put(1, "장학금 안내")));
    assertThat(found("장학")).containsExactly(1L);
    writer.apply(List.of(put(2, "장학생 선발")));

    clock.advance(Duration.ofSeconds(29));
    assertThat(found("장학")).containsExactly(1L);
    clock.advance(Duration.ofSeconds(1));
    assertThat(found("장학")).containsExactly(2L, 1L);
  }

  @Test
  void keepsTheObjectsOfTwoCommitsAndWhatIsYoung() throws IOException {
    for (int i = 1; i <= 4; i++) {
      writer.apply(List.of(put(i, "장학금 안내 " + i)));
    }
    Set<String> needed = commits.newest().orElseThrow().objects();
    int all = objects();

    bucket.sweep(needed, Instant.EPOCH);
    assertThat(objects()).isEqualTo(all);
    bucket.sweep(needed, Instant.now().plus(Duration.ofHours(1)));
    assertThat(objects()).isEqualTo(needed.size()).isLessThan(all);
    assertThat(found("장학금")).containsExactly(4L, 3L, 2L, 1L);
  }

  private int objects() {
    return STACK.s3().listObjectsV2(r -> r.bucket(STACK.bucket("IndexBucket"))).keyCount();
  }

  private LuceneWriter writer(String name) throws IOException {
    return new LuceneWriter(commits, bucket, folder.resolve(name), ANALYZERS, LEASE);
  }

  private List<Long> found(String word) {
    var query =
        SearchQuery.of(word, Set.of(SearchKind.NOTICE), Set.of(Language.KO), Optional.empty());
    return new LuceneIndex(replica, ANALYZERS, clock)
        .newest(query, Long.MAX_VALUE, 10).stream().map(SearchHit::id).toList();
  }

  private static IndexChange put(long id, String title) {
    return IndexChange.put(
        new SearchDocument(
            SearchKind.NOTICE, id, id, Optional.of(Language.KO), "학사공지", 0, title, ""));
  }
}
