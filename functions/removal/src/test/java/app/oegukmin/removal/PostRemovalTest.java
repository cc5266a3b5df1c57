package app.oegukmin.removal;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.post.PostKind;
import app.oegukmin.shared.work.RemovePost;
import app.oegukmin.shared.work.WorkJson;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.LambdaJson;
import app.oegukmin.testkit.Stack;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.sync.RequestBody;

@Tag("process")
class PostRemovalTest {

  @RegisterExtension static final Stack STACK = MemberResources.stack();

  private final Posts posts = new Posts(STACK);

  @BeforeEach
  void clear() {
    STACK.clear();
  }

  @Test
  @DisplayName("D-Q4: the answers of an erased question go with their texts")
  void dQ4_removesAnswers() {
    for (int answer = 1; answer <= 70; answer++) {
      posts.answer(7, answer, "linh", 0);
    }
    posts.answer(8, 99, "linh", 0);

    remove(new RemovePost(PostKind.QUESTION, 7));

    assertThat(Items.all(STACK, "AnswerTable")).hasSize(2);
    assertThat(Items.all(STACK, "PostTextTable"))
        .extracting(item -> item.get("key").s())
        .containsExactly("answer#99");
  }

  @Test
  @DisplayName("D-Q4: the votes on an erased answer go")
  void dQ4_removesVotes() {
    for (int voter = 0; voter < 250; voter++) {
      posts.vote("voter-" + voter, 9);
    }
    posts.vote("voter-0", 10);

    remove(new RemovePost(PostKind.ANSWER, 9));

    assertThat(Items.all(STACK, "VoteTable"))
        .singleElement()
        .satisfies(vote -> assertThat(vote.get("answer").n()).isEqualTo("10"));
  }

  @Test
  void doesNoHarmTwiceAndForWhatIsNotThere() {
    posts.answer(7, 9, "linh", 1).vote("wei", 9);
    RemovePost question = new RemovePost(PostKind.QUESTION, 7);
    RemovePost answer = new RemovePost(PostKind.ANSWER, 9);

    remove(answer, question, question, answer, new RemovePost(PostKind.FAQ, 1));

    assertThat(Items.all(STACK, "AnswerTable")).isEmpty();
    assertThat(Items.all(STACK, "VoteTable")).isEmpty();
  }

  @Test
  @DisplayName("Pictures of who leaves go, those of others stay")
  void removesThePicturesOfWhoLeaves() {
    posts.question(7, "uid-gone").question(8, "uid-stays");
    picture("public/question/7/a.jpg");
    picture("public/question/8/b.jpg");
    Departed gone = new Departed(STACK, "uid-gone").signUp().leave();

    deliver(WorkJson.write(gone.removal()));

    assertThat(STACK.s3().listObjectsV2(r -> r.bucket(STACK.bucket("MediaBucket"))).contents())
        .extracting(object -> object.key())
        .containsExactly("public/question/8/b.jpg");
    assertThat(Items.all(STACK, "QuestionTable"))
        .filteredOn(item -> item.containsKey("pictures"))
        .singleElement()
        .satisfies(item -> assertThat(item.get("pictures").l()).isEmpty());
  }

  private static void picture(String key) {
    STACK
        .s3()
        .putObject(
            request -> request.bucket(STACK.bucket("MediaBucket")).key(key),
            RequestBody.fromString("x"));
  }

  @Test
  @DisplayName("Posts of who leaves stay, with an author that names nobody")
  void leavesPostsWithoutTheirAuthor() {
    posts.question(7, "uid-gone").question(8, "uid-stays");
    posts.answer(8, 9, "uid-gone", 3).answer(8, 10, "uid-stays", 0);
    Departed gone = new Departed(STACK, "uid-gone").signUp().leave();

    deliver(WorkJson.write(gone.removal()), WorkJson.write(gone.removal()));

    assertThat(all("QuestionTable"))
        .contains("(탈퇴한 회원)", "name of uid-stays")
        .doesNotContain("uid-gone");
    assertThat(all("AnswerTable"))
        .contains("(탈퇴한 회원)", "name of uid-stays")
        .doesNotContain("uid-gone");
    assertThat(Items.all(STACK, "QuestionTable")).hasSize(2);
  }

  @Test
  @DisplayName("Likes of who leaves are taken back with their votes, exactly")
  void takesLikesBack() {
    posts.answer(7, 9, "linh", 3).answer(7, 10, "linh", 1);
    posts.vote("uid-gone", 9).vote("wei", 9).vote("uid-gone", 10).vote("uid-gone", 11);
    Departed gone = new Departed(STACK, "uid-gone").signUp().leave();

    deliver(WorkJson.write(gone.removal()), WorkJson.write(gone.removal()));

    assertThat(likes(9)).isEqualTo("2");
    assertThat(likes(10)).isEqualTo("0");
    assertThat(Items.all(STACK, "VoteTable")).hasSize(1);
  }

  @Test
  @DisplayName("A vote whose answer goes while it is taken back leaves no count behind")
  void takesAVoteBackWhoseAnswerIsGone() {
    posts.vote("uid-gone", 9);
    // As the cascade leaves it between two deliveries: the place without the row.
    Items.put(STACK, "AnswerTable", Map.of("key", "answer#9", "id", 0, "question", 7));
    Departed gone = new Departed(STACK, "uid-gone").signUp().leave();

    deliver(WorkJson.write(gone.removal()));

    assertThat(Items.all(STACK, "VoteTable")).isEmpty();
    assertThat(Items.all(STACK, "AnswerTable")).hasSize(1);
  }

  private static String likes(long answer) {
    return Items.all(STACK, "AnswerTable").stream()
        .filter(item -> item.get("id").n().equals(Long.toString(answer)))
        .findFirst()
        .orElseThrow()
        .get("likes")
        .n();
  }

  private static String all(String table) {
    return Departed.everything(STACK, table);
  }

  private static void remove(RemovePost... posts) {
    deliver(List.of(posts).stream().map(WorkJson::write).toArray(String[]::new));
  }

  private static void deliver(String... bodies) {
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(bodies).stream().map(PostRemovalTest::message).toList());
    RemovalHandler handler = new RemovalHandler(STACK.environment("RemovalFunction"));
    assertThat(LambdaJson.write(handler.handleRequest(event, null)))
        .isEqualTo("{\"batchItemFailures\":[]}");
  }

  private static SQSMessage message(String body) {
    SQSMessage message = new SQSMessage();
    message.setMessageId("m");
    message.setBody(body);
    return message;
  }
}
