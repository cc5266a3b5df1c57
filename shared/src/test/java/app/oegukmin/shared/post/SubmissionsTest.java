package app.oegukmin.shared.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class SubmissionsTest {

  @RegisterExtension static final Stack STACK = Stack.of("SubmissionTable");

  private static final SubmissionKey KEY = key("uid", "제목", "본문");

  // Far ahead: DynamoDB Local deletes what has expired by the real clock.
  private final FakeClock clock = new FakeClock(Instant.parse("2056-11-29T00:00:00Z"));
  private final Map<Long, String> posts = new ConcurrentHashMap<>();
  private SubmissionTable table;
  private Submissions submissions;

  @BeforeEach
  void open() {
    STACK.clear();
    table = new SubmissionTable(STACK.dynamodb(), STACK.table("SubmissionTable"));
    submissions =
        submissions(
            new Backoff(Duration.ofMillis(5), Duration.ofMillis(5), new Random(1), Thread::sleep));
  }

  private Submissions submissions(Backoff backoff) {
    return new Submissions(
        table,
        () -> new Transaction(STACK.dynamodb()),
        new PostIds(clock, new Random(1)),
        clock,
        backoff);
  }

  @Test
  @DisplayName("D-F5: the same sent twice within half a minute is one post")
  void dF5_givesTheFirstPostToTheSecond() {
    String first = send("first");
    clock.advance(Duration.ofSeconds(30));

    assertThat(send("second")).isEqualTo(first).isEqualTo("first");
    assertThat(posts).hasSize(1);
  }

  @Test
  @DisplayName("D-F5: later, or with other content, it is another post")
  void dF5_takesItAgainLater() {
    send("first");
    submissions.once(key("uid", "제목", "본문 2"), id -> store(KEY, id, "other"), this::find);
    submissions.once(key("uid2", "제목", "본문"), id -> store(KEY, id, "other's"), this::find);
    clock.advance(Duration.ofMillis(30_001));

    assertThat(send("second")).isEqualTo("second");
  }

  @Test
  @DisplayName("D-F5: of two that race, the second waits for the first and gets its post")
  void dF5_waitsForTheFirst() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch proceed = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first =
          threads.submit(
              () ->
                  submissions.once(
                      KEY,
                      id -> {
                        begun.countDown();
                        await(proceed);
                        return store(KEY, id, "first");
                      },
                      this::find));
      begun.await();
      Backoff releasing =
          new Backoff(
              Duration.ofMillis(5),
              Duration.ofMillis(5),
              new Random(1),
              time -> proceed.countDown());
      var second =
          threads.submit(
              () -> submissions(releasing).once(KEY, id -> store(KEY, id, "second"), this::find));

      assertThat(second.get()).isEqualTo("first").isEqualTo(first.get());
      assertThat(posts).hasSize(1);
    }
  }

  @Test
  @DisplayName("D-F5: who waits more than five seconds is told to come again")
  void dF5_endsWaiting() {
    begin(KEY, 1);
    Submissions waiting =
        submissions(
            new Backoff(
                Duration.ofMillis(400), Duration.ofMillis(400), new Random(1), clock::advance));
    Instant begun = clock.instant();

    assertThatThrownBy(() -> waiting.once(KEY, id -> store(KEY, id, "second"), this::find))
        .isInstanceOfSatisfying(
            ApiException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE);
              assertThat(refusal.retryAfter()).isPositive();
            });
    assertThat(Duration.between(begun, clock.instant())).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void aFailedPostMayBeSentAgainAtOnce() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                submissions.once(
                    KEY,
                    id -> {
                      throw new IllegalStateException("down");
                    },
                    this::find));

    assertThat(send("second")).isEqualTo("second");
  }

  @Test
  void aPostThatIsStoredThoughItsCallFailedIsFound() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                submissions.once(
                    KEY,
                    id -> {
                      store(KEY, id, "first");
                      throw new IllegalStateException("The response is lost");
                    },
                    this::find));

    assertThat(send("second")).isEqualTo("first");
  }

  @Test
  void anErasedPostMayBeSentAgainAtOnce() {
    send("first");
    posts.clear();

    assertThat(send("second")).isEqualTo("second");
    assertThat(send("third")).isEqualTo("second");
  }

  @Test
  void aPostThatWasOvertakenIsNotStored() {
    begin(KEY, 1);
    clock.advance(Duration.ofMillis(30_001));
    send("second");

    Transaction late = new Transaction(STACK.dynamodb());
    table.store(late, KEY, 1);
    assertThat(late.write()).isPresent();
  }

  @Test
  void storesWhatDynamoDbDeletesLater() {
    begin(new SubmissionKey("k"), 5);

    assertThat(Items.all(STACK, "SubmissionTable"))
        .containsExactly(
            Items.item(
                Map.of(
                    "key",
                    "k",
                    "id",
                    5L,
                    "state",
                    "pending",
                    "begun",
                    clock.millis(),
                    "expires",
                    clock.instant().getEpochSecond() + 30)));
  }

  @Test
  void keysTellContentsApart() {
    assertThat(Stream.of(KEY, key("uid", "제목본", "문"), key("uid", "제목", "본문", "")).distinct())
        .hasSize(3);
    assertThat(SubmissionKey.of("uid", PostKind.ANSWER, Stream.of("a")))
        .isNotEqualTo(SubmissionKey.of("uid", PostKind.HELP, Stream.of("a")));
    assertThat(KEY.value()).hasSize(87).doesNotContain("uid");
  }

  private void begin(SubmissionKey key, long id) {
    Transaction transaction = new Transaction(STACK.dynamodb());
    table.begin(transaction, key, id, clock.instant());
    transaction.write();
  }

  private static SubmissionKey key(String uid, String... content) {
    return SubmissionKey.of(uid, PostKind.QUESTION, Stream.of(content));
  }

  private String send(String text) {
    return submissions.once(KEY, id -> store(KEY, id, text), this::find);
  }

  private String store(SubmissionKey key, long id, String text) {
    Transaction transaction = new Transaction(STACK.dynamodb());
    table.store(transaction, key, id);
    transaction.write();
    posts.put(id, text);
    return text;
  }

  private Optional<String> find(long id) {
    return Optional.ofNullable(posts.get(id));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
