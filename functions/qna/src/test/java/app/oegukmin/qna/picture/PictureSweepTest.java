package app.oegukmin.qna.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.qna.picture.PendingTable.Pending;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.job.Job;
import app.oegukmin.shared.job.JobTable;
import app.oegukmin.shared.picture.PictureBucket;
import app.oegukmin.shared.post.PostIds;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.s3.model.S3Object;

@Tag("process")
class PictureSweepTest {

  @RegisterExtension static final Stack STACK = Stack.of("PendingTable", "JobTable", "MediaBucket");

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-23T00:00:00Z"));
  private final PostIds ids = new PostIds(clock, new Random(1));
  private final PendingTable pending =
      new PendingTable(STACK.dynamodb(), STACK.table("PendingTable"));
  private final PictureBucket bucket = new PictureBucket(STACK.s3(), STACK.bucket("MediaBucket"));

  @BeforeEach
  void clear() {
    STACK.clear();
  }

  @Test
  @DisplayName("D-Q5: pictures of posts that were never stored are removed an hour later")
  void dQ5_removesWhatHasNoPost() {
    long old = begin("question");
    long faq = begin("faq");
    clock.advance(Duration.ofMinutes(59));
    long young = begin("question");
    String stored = "public/question/5/a.jpg";
    bucket.put(stored, new byte[] {1});
    assertThat(sweep()).isZero();

    clock.advance(Duration.ofMinutes(2));

    assertThat(sweep()).isEqualTo(2);
    assertThat(keys()).containsExactlyInAnyOrder(stored, key("question", young));
    assertThat(pending.below("question", Long.MAX_VALUE, 9))
        .containsExactly(new Pending("question", young));
    assertThat(old).isNotEqualTo(faq);
    assertThat(
            new JobTable(STACK.dynamodb(), STACK.table("JobTable"), clock).last(Job.PICTURE_SWEEP))
        .isEqualTo(clock.instant());
  }

  @Test
  void removesMoreThanOnePage() {
    for (int i = 0; i < 130; i++) {
      pend(new Pending("question", ids.next()));
      clock.advance(Duration.ofMillis(1));
    }
    clock.advance(Duration.ofHours(2));

    assertThat(sweep()).isEqualTo(130);
    assertThat(sweep()).isZero();
  }

  private long begin(String board) {
    long id = ids.next();
    pend(new Pending(board, id));
    bucket.put(key(board, id), new byte[] {1});
    return id;
  }

  private void pend(Pending post) {
    Transaction transaction = new Transaction(STACK.dynamodb());
    pending.begin(transaction, post);
    transaction.write();
  }

  private static String key(String board, long id) {
    return "public/" + board + "/" + id + "/a.jpg";
  }

  private int sweep() {
    return new PictureSweepHandler(STACK.environment("PictureSweepFunction"), clock)
        .handleRequest(Map.of(), null)
        .posts();
  }

  private static List<String> keys() {
    return STACK.s3().listObjectsV2(r -> r.bucket(STACK.bucket("MediaBucket"))).contents().stream()
        .map(S3Object::key)
        .toList();
  }
}
