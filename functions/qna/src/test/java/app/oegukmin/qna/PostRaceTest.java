package app.oegukmin.qna;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.post.Editor;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Questions and answers that are written and erased at the same time. */
@Tag("process")
class PostRaceTest {

  @RegisterExtension static final Stack STACK = Stack.of(Campus.TABLES).withValkey();

  private static final String[] MEMBERS =
      IntStream.range(0, 12).mapToObj(i -> "m" + i).toArray(String[]::new);

  private Campus campus;
  private Crowd crowd;
  private long question;

  @BeforeEach
  void ask() {
    STACK.clear();
    campus = new Campus(STACK).join("linh").join(MEMBERS);
    crowd = new Crowd(STACK);
    question = campus.ask("linh", "기숙사 신청", "언제 신청하나요?", "기숙사");
  }

  @Test
  @DisplayName("D-F5: of identical answers that race, one is stored and all get it")
  void dF5_storesOneOfIdenticalAnswers() throws Exception {
    List<Callable<AnswerView>> calls = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      AnswerWriter writer = crowd.environs().answers();
      calls.add(() -> writer.create("linh", new AnswerRequest(question, "같은 답")));
    }

    assertThat(new HashSet<>(Crowd.atOnce(calls))).hasSize(1);
    assertThat(answerCount()).isEqualTo(1);
    assertThat(Items.all(STACK, "PostTextTable")).hasSize(2);
  }

  @Test
  @DisplayName("D-Q9: answers at the same time are all counted, each with an ordinal of its own")
  void dQ9_countsAnswersAtOnce() throws Exception {
    List<Callable<AnswerView>> calls = new ArrayList<>();
    for (String member : MEMBERS) {
      AnswerWriter writer = crowd.environs().answers();
      calls.add(() -> writer.create(member, new AnswerRequest(question, "답")));
    }

    assertThat(Crowd.atOnce(calls)).extracting(AnswerView::id).doesNotHaveDuplicates();
    assertThat(answerCount()).isEqualTo(MEMBERS.length);
    assertThat(ordinals())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, MEMBERS.length).mapToObj(Integer::toString).toList());
  }

  @Test
  @DisplayName("D-Q4: an answer that races with the erasing of its question is refused or there")
  void dQ4_refusesAnswersToWhatIsErased() throws Exception {
    List<Callable<String>> calls = new ArrayList<>();
    for (String member : MEMBERS) {
      AnswerWriter writer = crowd.environs().answers();
      calls.add(Crowd.call(() -> writer.create(member, new AnswerRequest(question, "답"))));
    }
    QuestionWriter writer = crowd.environs().questions();
    calls.add(4, Crowd.call(() -> writer.erase(new Editor("linh", false), question)));

    List<String> outcomes = Crowd.atOnce(calls);

    assertThat(outcomes).isSubsetOf("200", "400 C003");
    assertThat(Items.all(STACK, "QuestionTable")).isEmpty();
    // Two items each, until the cascade removes them; nobody sees them meanwhile.
    assertThat(Items.all(STACK, "AnswerTable"))
        .hasSize(2 * (Collections.frequency(outcomes, "200") - 1));
    assertThat(campus.answers("linh", question, 0, "date").content().path("answerList")).isEmpty();
  }

  @Test
  void anAnswerThatIsErasedTwiceAtOnceIsCountedOnce() throws Exception {
    campus.answer("m1", question, "남는 답");
    long answer = campus.answer("linh", question, "지울 답").content().path("id").asLong();
    AnswerWriter one = crowd.environs().answers();
    AnswerWriter other = crowd.environs().answers();
    Editor linh = new Editor("linh", false);

    assertThat(
            Crowd.atOnce(
                List.of(
                    Crowd.call(() -> one.erase(linh, answer)),
                    Crowd.call(() -> other.erase(linh, answer)))))
        .containsOnly("200");
    assertThat(answerCount()).isEqualTo(1);
  }

  private Set<String> ordinals() {
    Set<String> ordinals = new HashSet<>();
    Items.all(STACK, "AnswerTable").stream()
        .filter(item -> item.containsKey("ordinal"))
        .forEach(item -> ordinals.add(item.get("ordinal").n()));
    return ordinals;
  }

  private int answerCount() {
    return campus.list("{\"cursorId\":0}").content().at("/questionList/0/answerCount").asInt();
  }
}
