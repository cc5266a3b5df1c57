package app.oegukmin.qna;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.testkit.AwsCalls;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How often a route asks DynamoDB and Valkey: reads 3 times on a hit, 6 on a miss, creates 4. */
@Tag("process")
class RoundTripTest {

  @RegisterExtension static final Stack STACK = Stack.of(Campus.TABLES).withValkey();

  private static final int VIEW_SCRIPTS = 2;
  private static final String FIRST = "{\"cursorId\":0}";
  private static final String TAGGED = "{\"cursorId\":0,\"tag\":\"기숙사\"}";

  private Campus campus;
  private long question;

  @BeforeEach
  void open() {
    STACK.clear();
    campus = new Campus(STACK).join("linh", "wei", "mallory");
    for (int i = 0; i < 25; i++) {
      question = campus.ask(i % 5 == 0 ? "mallory" : "linh", "제목 " + i, "본문", "기숙사");
    }
    for (int i = 0; i < 15; i++) {
      campus.answer(i % 5 == 0 ? "mallory" : "linh", question, "답 " + i);
    }
    // What is read first, with its connection and its scripts.
    campus.list(FIRST);
    block("wei", "mallory");
  }

  @Test
  void aListOfQuestions() {
    assertThat(reads(() -> campus.list("wei", FIRST))).isLessThanOrEqualTo(3);
    forget();
    assertThat(reads(() -> campus.list("wei", FIRST))).isLessThanOrEqualTo(6);
    assertThat(campus.list("wei", FIRST).content().path("questionList")).hasSize(20);
  }

  @Test
  void aListOfATag() {
    assertThat(reads(() -> campus.list("wei", TAGGED))).isLessThanOrEqualTo(6);
    assertThat(reads(() -> campus.list("wei", TAGGED))).isLessThanOrEqualTo(3);
  }

  @Test
  void aQuestion() {
    campus.read("linh", question);
    forget();
    assertThat(reads(() -> campus.read("wei", question))).isEqualTo(6);
    assertThat(reads(() -> campus.read("wei", question))).isEqualTo(3);
  }

  @Test
  void aListOfAnswers() {
    assertThat(reads(() -> campus.answers("wei", question, 0, "like"))).isLessThanOrEqualTo(6);
    assertThat(reads(() -> campus.answers("wei", question, 0, "like"))).isLessThanOrEqualTo(3);
    assertThat(campus.answers("wei", question, 0, "like").content().path("answerList")).hasSize(10);
  }

  @Test
  void aNewQuestionAndANewAnswer() {
    assertThat(trips(() -> campus.ask("linh", "새 제목", "본문", "기숙사"))).isLessThanOrEqualTo(4);
    assertThat(trips(() -> campus.answer("linh", question, "새 답"))).isLessThanOrEqualTo(4);
  }

  @Test
  void aLike() {
    long answer = campus.answer("linh", question, "새 답").content().path("id").asLong();

    assertThat(trips(() -> campus.like("wei", answer))).isLessThanOrEqualTo(3);
  }

  /** The requests of a call that changes something. */
  private static long trips(Runnable call) {
    AwsCalls.forget();
    long before = STACK.valkeyRequests();
    call.run();
    // The question how many there were is one, too.
    return AwsCalls.operations().size() + STACK.valkeyRequests() - before - 1;
  }

  /**
   * The requests of a call that reads. Those to Valkey are told by what each has once: a look has
   * MGET, also the one that asks for the lease, what stores an entry has DEL, and what counts a
   * view has two scripts. A large entry comes in several pieces, which the server would count.
   */
  private static long reads(Runnable call) {
    AwsCalls.forget();
    STACK.valkey().configResetStat();
    call.run();
    long valkey =
        STACK.valkey().info("commandstats").lines().mapToLong(RoundTripTest::requests).sum();
    return AwsCalls.operations().size() + valkey;
  }

  private static long requests(String line) {
    Matcher calls = Pattern.compile("cmdstat_(mget|del|evalsha):calls=(\\d+),.*").matcher(line);
    if (!calls.matches()) {
      return 0;
    }
    long count = Long.parseLong(calls.group(2));
    return calls.group(1).equals("evalsha") ? count / VIEW_SCRIPTS : count;
  }

  private static void forget() {
    STACK.valkey().keys("*entry*").forEach(STACK.valkey()::del);
  }

  private static void block(String viewer, String blocked) {
    Items.put(
        STACK,
        "BlockTable",
        Map.of(
            "member",
            MemberKey.of(viewer),
            "blocked",
            MemberKey.of(blocked),
            "uuid",
            "public-" + blocked,
            "createdDate",
            "2026-11-29T00:00:00"));
  }
}
