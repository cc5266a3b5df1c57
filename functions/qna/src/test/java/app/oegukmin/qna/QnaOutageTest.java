package app.oegukmin.qna;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.post.PostCaches;
import app.oegukmin.shared.valkey.Generation;
import app.oegukmin.shared.valkey.Valkey;
import app.oegukmin.testkit.Gate;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The board while Valkey is gone, and while DynamoDB refuses. */
@Tag("process")
class QnaOutageTest {

  @RegisterExtension static final Stack STACK = Stack.of(Campus.TABLES).withValkey();

  private static final String[] MEMBERS =
      IntStream.range(0, 50).mapToObj(i -> "m" + i).toArray(String[]::new);

  private Gate gate;
  private Campus campus;
  private long question;
  private long answer;

  @BeforeEach
  void open() throws IOException {
    STACK.clear();
    gate = new Gate(STACK.valkeyEndpoint());
    campus = campus(gate.endpoint()).join("linh").join(MEMBERS);
    question = campus.ask("linh", "기숙사 신청", "언제 신청하나요?", "기숙사");
    answer = campus.answer("linh", question, "1월에 신청합니다.").content().path("id").asLong();
  }

  @AfterEach
  void close() throws IOException {
    gate.close();
  }

  private static Campus campus(String valkey) {
    Map<String, String> environment = new HashMap<>(STACK.environment("QnaFunction"));
    environment.put("CACHE_ENDPOINT", valkey);
    return new Campus(STACK, new QnaHandler(environment, Clock.systemUTC()));
  }

  @Test
  void likesStayExactWhenValkeyDiesInTheMiddle() throws Exception {
    assertThat(likes(campus)).isZero();
    Crowd crowd = new Crowd(STACK, Map.of("CACHE_ENDPOINT", gate.endpoint()));
    List<Callable<String>> calls = new ArrayList<>();
    for (String member : MEMBERS) {
      LikeService likes = crowd.likes();
      calls.add(Crowd.call(() -> likes.like(member, answer)));
    }
    calls.add(25, Crowd.call(gate::shut));

    assertThat(Crowd.atOnce(calls)).containsOnly("200");
    assertThat(likes(campus("127.0.0.1:1"))).as("without a cache").isEqualTo(50);
    assertThat(Items.all(STACK, "VoteTable")).hasSize(50);
    indexerFollows();
    gate.open();
    assertThat(likes(campus(gate.endpoint()))).as("when it is back").isEqualTo(50);
  }

  @Test
  void everythingWorksWithoutValkey() {
    gate.shut();
    Campus slower = campus(gate.endpoint());

    assertThat(slower.read("linh", question).status()).isEqualTo(200);
    assertThat(slower.list("{\"cursorId\":0}").content().path("questionList")).hasSize(1);
    assertThat(slower.answer("m1", question, "2월").status()).isEqualTo(200);
    assertThat(slower.like("m1", answer).status()).isEqualTo(200);
    assertThat(likes(slower)).isEqualTo(1);
    assertThat(slower.eraseQuestion("linh", question).status()).isEqualTo(200);
    assertThat(slower.read("linh", question).refusal()).isEqualTo("400 C003");
  }

  @Test
  void likesThatAreRefusedForTooLongLeaveNothingBehind() throws Exception {
    Crowd.Environs board = new Crowd(STACK).environs(new BusyDynamo(new Random(1), 1).client());

    assertThat(Crowd.call(() -> board.likes().like("m1", answer)).call()).isEqualTo("503");
    assertThat(likes(campus)).isZero();
    assertThat(Items.all(STACK, "VoteTable")).isEmpty();
  }

  @Test
  void aPostThatIsRefusedForTooLongMayBeSentAgain() throws Exception {
    Crowd crowd = new Crowd(STACK);
    AnswerRequest request = new AnswerRequest(question, "다시");
    AnswerWriter refused = crowd.environs(new BusyDynamo(new Random(1), 1).client()).answers();

    assertThat(Crowd.call(() -> refused.create("m1", request)).call()).isEqualTo("503");
    assertThat(crowd.environs().answers().create("m1", request).context()).isEqualTo("다시");
    assertThat(Items.all(STACK, "PostTextTable")).hasSize(3);
  }

  private int likes(Campus through) {
    return through.answers("linh", question, 0, "like").content().findPath("likeCount").asInt(-1);
  }

  // What it does with the table's stream, which it reads again until Valkey is there.
  private void indexerFollows() {
    try (Valkey valkey = new Valkey(STACK.valkeyEndpoint(), false, Clock.systemUTC())) {
      Generation.raise(valkey, PostCaches.answers(question));
    }
  }
}
