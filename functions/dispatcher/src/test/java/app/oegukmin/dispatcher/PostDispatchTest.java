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
    assertThat(dispatch.handle(dispatch.recorded("dispatcher-erasedquestions"))).isEmpty();
    assertThat(removals())
        .containsExactlyInAnyOrder(
            new RemovePost(PostKind.QUESTION, 376224768000001L),
            new RemovePictures("question", 376224768000001L));
  }

  @Test
  void hasRemovedWhatHungOnAnErasedAnswer() {
    assertThat(dispatch.handle(dispatch.recorded("dispatcher-erasedanswers"))).isEmpty();
    assertThat(removals()).containsExactly(new RemovePost(PostKind.ANSWER, 376224768000002L));
  }

  @Test
  void overlooksTheRowBesideAnAnswer() {
    ObjectNode event = dispatch.recorded("dispatcher-erasedanswers");
    event.withObject("/Records/0/dynamodb/Keys/key").put("S", "question#376224768000001");
    assertThat(dispatch.handle(event)).isEmpty();
    assertThat(removals()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dispatcher-erasedquestions", "dispatcher-erasedanswers"})
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
