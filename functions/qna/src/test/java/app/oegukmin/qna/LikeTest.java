package app.oegukmin.qna;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.ApiResponse;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class LikeTest {

  @RegisterExtension static final Stack STACK = Stack.of(Campus.TABLES).withValkey();

  private Campus campus;
  private long question;
  private long answer;

  @BeforeEach
  void answer() {
    STACK.clear();
    campus = new Campus(STACK).join("linh", "wei");
    question = campus.ask("linh", "기숙사 신청", "언제 신청하나요?", "기숙사");
    answer = campus.answer("wei", question, "1월에 신청합니다.").content().path("id").asLong();
  }

  @Test
  void respondsAsTheAppNeedsIt() {
    ApiResponse like = campus.like("linh", answer);
    ApiResponse unlike = campus.unlike("linh", answer);

    assertThat(like.status()).isEqualTo(200);
    assertThat(like.body().path("message").asText()).isEqualTo("Successfully like answer");
    assertThat(like.content().asInt()).isEqualTo(200);
    assertThat(unlike.body().path("message").asText()).isEqualTo("Successfully unlike answer");
    assertThat(unlike.content().asInt()).isEqualTo(200);
  }

  @Test
  @DisplayName("D-Q11: everybody sees a like at the next read, and who liked sees the own one")
  void dQ11_isSeenAtOnce() {
    assertThat(seen("linh")).isEqualTo("0 false");
    campus.like("linh", answer);
    assertThat(seen("linh")).isEqualTo("1 true");
    assertThat(seen("wei")).isEqualTo("1 false");
    campus.like("wei", answer);
    assertThat(seen("wei")).isEqualTo("2 true");
    campus.unlike("linh", answer);
    assertThat(seen("linh")).isEqualTo("1 false");
  }

  @Test
  @DisplayName("D-Q8: who likes again, or takes back what is not there, changes nothing")
  void dQ8_countsAVoteOnce() {
    assertThat(campus.unlike("linh", answer).status()).isEqualTo(200);
    assertThat(seen("linh")).isEqualTo("0 false");
    campus.like("linh", answer);
    assertThat(campus.like("linh", answer).status()).isEqualTo(200);
    assertThat(seen("linh")).isEqualTo("1 true");
    campus.unlike("linh", answer);
    campus.unlike("linh", answer);
    assertThat(seen("linh")).isEqualTo("0 false");
  }

  @Test
  @DisplayName("D-Q10: a like of what does not exist is 400 C003 and leaves nothing behind")
  void dQ10_refusesWhatDoesNotExist() {
    campus.eraseAnswer("wei", answer);

    assertThat(campus.like("linh", answer).refusal()).isEqualTo("400 C003");
    assertThat(campus.unlike("linh", answer).refusal()).isEqualTo("400 C003");
    assertThat(campus.like("linh", question).refusal()).isEqualTo("400 C003");
    assertThat(campus.call("qna-like", "linh", "{}").refusal()).isEqualTo("400 C001");
    assertThat(campus.like("nobody", answer).refusal()).isEqualTo("400 C003");
    assertThat(Items.all(STACK, "VoteTable")).isEmpty();
    assertThat(Items.all(STACK, "AnswerTable")).isEmpty();
  }

  @Test
  @DisplayName("D-Q12: a member has one vote on an answer, stored by a hash of the uid")
  void dQ12_hasOneVote() {
    campus.like("linh", answer);
    campus.like("linh", answer);

    assertThat(Items.all(STACK, "VoteTable"))
        .singleElement()
        .satisfies(vote -> assertThat(vote.get("member").s()).hasSize(43));
  }

  private String seen(String viewer) {
    JsonNode seen = campus.answers(viewer, question, 0, "like").content().at("/answerList/0");
    return seen.path("likeCount").asInt() + " " + seen.path("likeCheck").asBoolean();
  }
}
