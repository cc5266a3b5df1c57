package app.oegukmin.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.post.PostKind;
import app.oegukmin.shared.work.RemovalWork;
import app.oegukmin.shared.work.RemovePictures;
import app.oegukmin.shared.work.RemovePost;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("process")
class PostDispatchTest {

  @RegisterExtension static final Stack STACK = Stack.of("RemovalQueue");

  private final Dispatch dispatch = Dispatch.of(STACK, Clock.systemUTC());

  @BeforeEach
  void clear() {
    STACK.clear();
  }

  @Test
  void hasRemovedWhatHungOnAnErasedQuestion() {
    assertThat(dispatch.handle(dispatch.recorded("dispatcher-questions"))).isEmpty();
    assertThat(removals())
        .containsExactlyInAnyOrder(
            new RemovePost(PostKind.QUESTION, 376224768000001L),
            new RemovePictures("question", 376224768000001L));
  }

  @Test
  void hasRemovedWhatHungOnAnErasedAnswer() {
    assertThat(dispatch.handle(dispatch.recorded("dispatcher-answers"))).isEmpty();
    assertThat(removals()).containsExactly(new RemovePost(PostKind.ANSWER, 376224768000002L));
  }

  @Test
  @DisplayName("D-Q4: the pictures of an erased FAQ entry go")
  void dQ4_hasRemovedThePicturesOfAnErasedEntry() {
    ObjectNode event = dispatch.recorded("dispatcher-faqs");
    event.withObject("/Records/0").put("eventName", "REMOVE");
    event.withObject("/Records/0/dynamodb").remove("NewImage");

    assertThat(dispatch.handle(event)).isEmpty();
    assertThat(removals()).containsExactly(new RemovePictures("faq", 376224768000002L));
  }

  @Test
  @DisplayName("F-90: the pictures of what an administrator hides go")
  void f90_hasRemovedThePicturesOfWhatIsHidden() {
    ObjectNode question = dispatch.recorded("indexer-questions");
    question.withObject("/Records/0/dynamodb/NewImage/hidden").put("BOOL", true);

    assertThat(dispatch.handle(dispatch.recorded("dispatcher-faqs"))).isEmpty();
    assertThat(dispatch.handle(question)).isEmpty();
    assertThat(removals())
        .containsExactlyInAnyOrder(
            new RemovePictures("faq", 376224768000002L),
            new RemovePictures("question", 376224768000001L));
  }

  @Test
  @DisplayName("F-90: records that come twice or in another order have removed the same")
  void f90_hasRemovedTheSameWhenRecordsAreRepeatedAndReordered() {
    ObjectNode hidden = dispatch.recorded("dispatcher-faqs");
    ObjectNode erased = hidden.deepCopy();
    erased.withObject("/Records/0").put("eventName", "REMOVE");
    erased.withObject("/Records/0/dynamodb").remove("NewImage");

    for (ObjectNode event : List.of(erased, hidden, erased, hidden)) {
      assertThat(dispatch.handle(event)).isEmpty();
    }
    assertThat(removals()).containsOnly(new RemovePictures("faq", 376224768000002L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"indexer-questions", "indexer-faqs"})
  void leavesThePicturesOfWhatIsShown(String written) {
    assertThat(dispatch.handle(dispatch.recorded(written))).isEmpty();
    assertThat(removals()).isEmpty();
  }

  @Test
  void overlooksTheRowBesideAnAnswer() {
    ObjectNode event = dispatch.recorded("dispatcher-answers");
    event.withObject("/Records/0/dynamodb/Keys/key").put("S", "question#376224768000001");
    assertThat(dispatch.handle(event)).isEmpty();
    assertThat(removals()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dispatcher-questions", "dispatcher-answers"})
  void overlooksWhatIsWritten(String recorded) {
    ObjectNode event = dispatch.recorded(recorded);
    event.withObject("/Records/0").put("eventName", "MODIFY");
    assertThat(dispatch.handle(event)).isEmpty();
    assertThat(removals()).isEmpty();
  }

  private List<RemovalWork> removals() {
    return dispatch.messages("RemovalQueue", RemovalWork.class);
  }
}
