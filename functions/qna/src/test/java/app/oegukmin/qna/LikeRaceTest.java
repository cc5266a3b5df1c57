package app.oegukmin.qna;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.post.Editor;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Likes at the same time, over a DynamoDB that cancels what overlaps. */
@Tag("process")
class LikeRaceTest {

  @RegisterExtension static final Stack STACK = Stack.of(Campus.TABLES).withValkey();

  private Campus campus;
  private Crowd crowd;
  private long question;
  private long answer;

  @BeforeEach
  void answer() {
    STACK.clear();
    campus = new Campus(STACK).join("linh").join(members(100));
    crowd = new Crowd(STACK);
    question = campus.ask("linh", "기숙사 신청", "언제 신청하나요?", "기숙사");
    answer = campus.answer("linh", question, "1월에 신청합니다.").content().path("id").asLong();
  }

  @Test
  @DisplayName("D-Q9: a hundred members who like one answer within a second end at a hundred")
  void dQ9_countsAHundredLikesWithinASecond() throws Exception {
    warmUp();
    List<Callable<String>> calls = new ArrayList<>();
    for (String member : members(100)) {
      LikeService likes = crowd.likes();
      int millis = 10 * calls.size();
      calls.add(
          () -> {
            Thread.sleep(millis);
            return Crowd.call(() -> likes.like(member, answer)).call();
          });
    }

    assertThat(Crowd.atOnce(calls)).containsOnly("200");
    assertThat(count()).isEqualTo(100);
    assertThat(Items.all(STACK, "VoteTable")).hasSize(100);
  }

  @Test
  @DisplayName("D-Q12: a double tap is one vote, also when both run at once")
  void dQ12_countsADoubleTapOnce() throws Exception {
    List<Callable<String>> calls = new ArrayList<>();
    for (int tap = 0; tap < 8; tap++) {
      LikeService likes = crowd.likes();
      calls.add(Crowd.call(() -> likes.like("linh", answer)));
    }

    assertThat(Crowd.atOnce(calls)).containsOnly("200");
    assertThat(count()).isEqualTo(1);
    assertThat(Items.all(STACK, "VoteTable")).hasSize(1);
  }

  @Test
  @DisplayName("D-Q9: whoever likes and takes back at the same time, votes and count agree")
  void dQ9_agreesAfterLikesAndUnlikes() throws Exception {
    Random random = new Random(3);
    List<Callable<String>> calls = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      LikeService likes = crowd.likes();
      String member = "m" + random.nextInt(6);
      calls.add(
          Crowd.call(
              random.nextBoolean()
                  ? () -> likes.like(member, answer)
                  : () -> likes.unlike(member, answer)));
    }

    assertThat(Crowd.atOnce(calls)).containsOnly("200");
    assertThat(count()).isEqualTo(Items.all(STACK, "VoteTable").size());
  }

  @Test
  @DisplayName("D-Q8: a member who likes and takes back at the same time never counts below zero")
  void dQ8_isNeverNegative() throws Exception {
    for (int round = 0; round < 5; round++) {
      LikeService one = crowd.likes();
      LikeService other = crowd.likes();
      Crowd.atOnce(
          List.of(
              Crowd.call(() -> one.like("m1", answer)),
              Crowd.call(() -> other.unlike("m1", answer))));
      assertThat(count()).isBetween(0, 1).isEqualTo(Items.all(STACK, "VoteTable").size());
    }
  }

  @Test
  @DisplayName("D-Q10: a like that races with the erasing of its answer is counted or refused")
  void dQ10_countsOrRefusesWhenTheAnswerGoes() throws Exception {
    List<Callable<String>> calls = new ArrayList<>();
    for (String member : members(15)) {
      LikeService likes = crowd.likes();
      calls.add(Crowd.call(() -> likes.like(member, answer)));
    }
    AnswerWriter writer = crowd.environs().answers();
    calls.add(Crowd.call(() -> writer.erase(new Editor("linh", false), answer)));
    Collections.shuffle(calls, new Random(5));

    List<String> outcomes = Crowd.atOnce(calls);

    assertThat(outcomes).containsAnyOf("200").isSubsetOf("200", "400 C003");
    assertThat(Items.all(STACK, "AnswerTable")).isEmpty();
    assertThat(Items.all(STACK, "PostTextTable")).hasSize(1);
    // What is left goes with the cascade from the stream.
    assertThat(Items.all(STACK, "VoteTable")).hasSize(Collections.frequency(outcomes, "200") - 1);
  }

  // A function's first calls take many times as long as later ones, and all wait for the one item.
  private void warmUp() {
    LikeService likes = crowd.likes();
    for (int i = 0; i < 50; i++) {
      likes.like("linh", answer);
      likes.unlike("linh", answer);
    }
  }

  private int count() {
    return campus
        .answers("linh", question, 0, "date")
        .content()
        .at("/answerList/0/likeCount")
        .asInt();
  }

  private static String[] members(int count) {
    return IntStream.range(0, count).mapToObj(i -> "m" + i).toArray(String[]::new);
  }
}
