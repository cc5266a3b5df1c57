package app.oegukmin.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.post.PostKind;
import app.oegukmin.shared.search.SearchKind;
import app.oegukmin.shared.work.IndexDocument;
import app.oegukmin.shared.work.IndexWork;
import app.oegukmin.shared.work.RemovalWork;
import app.oegukmin.shared.work.RemovePictures;
import app.oegukmin.shared.work.RemovePost;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("process")
class PostDispatchTest {

  @RegisterExtension static final Stack STACK = Stack.of("RemovalQueue", "IndexQueue");

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

  @ParameterizedTest
  @CsvSource({
    "dispatcher-notices, NOTICE, 700976103390468",
    "dispatcher-questions, QUESTION, 376224768000001",
    "dispatcher-faqs, FAQ, 376224768000002",
    "dispatcher-helps, HELP, 376224768000003"
  })
  void hasTheIndexFollow(String recorded, SearchKind kind, long id) {
    ObjectNode event = fresh(recorded);

    assertThat(dispatch.handle(event)).isEmpty();
    assertThat(documents()).containsExactly(new IndexDocument(kind, id, change(event)));
  }

  @Test
  void hasTheIndexFollowAnAnswersRowAlone() {
    ObjectNode event = fresh("indexer-answers");
    event.withObject("/Records/0").put("eventName", "REMOVE");

    assertThat(dispatch.handle(event)).isEmpty();
    assertThat(dispatch.handle(fresh("dispatcher-answers"))).isEmpty();
    assertThat(documents())
        .containsExactly(new IndexDocument(SearchKind.ANSWER, 376224768000002L, change(event)));
  }

  @Test
  void hasTheIndexFollowOneOfANoticesRows() {
    ObjectNode event = fresh("dispatcher-notices");
    event.withObject("/Records/0/dynamodb/Keys/feed").put("S", "KO#학사공지");

    assertThat(dispatch.handle(event)).isEmpty();
    assertThat(documents()).isEmpty();
  }

  @Test
  @DisplayName("A new answer counts at its question, and a like at its answer: no search sees that")
  void queuesNothingForACounter() {
    ObjectNode event = fresh("indexer-questions");
    ObjectNode images = event.withObject("/Records/0/dynamodb");
    images.set("OldImage", images.get("NewImage").deepCopy());
    images.withObject("/NewImage/answerCount").put("N", "99");
    assertThat(dispatch.handle(event)).isEmpty();
    assertThat(dispatch.handle(answer(5, 6, "2026-11-20T09:00:00"))).isEmpty();
    assertThat(documents()).isEmpty();

    assertThat(dispatch.handle(answer(5, 6, "2026-11-20T09:00:01"))).isEmpty();
    assertThat(documents()).hasSize(1);
  }

  private ObjectNode answer(int likesBefore, int likes, String updatedDate) {
    ObjectNode event = fresh("indexer-answers");
    ObjectNode images = event.withObject("/Records/0/dynamodb");
    images.set("OldImage", row(images, likesBefore, "2026-11-20T09:00:00"));
    images.set("NewImage", row(images, likes, updatedDate));
    return event;
  }

  private static ObjectNode row(ObjectNode images, int likes, String updatedDate) {
    ObjectNode row = images.get("Keys").deepCopy();
    row.putObject("likes").put("N", Integer.toString(likes));
    row.putObject("updatedDate").put("S", updatedDate);
    return row;
  }

  /** A recorded event, for once: the queue takes the same change within five minutes for it. */
  private ObjectNode fresh(String recorded) {
    ObjectNode event = dispatch.recorded(recorded);
    event.withObject("/Records/0").put("eventID", UUID.randomUUID().toString());
    return event;
  }

  private static String change(ObjectNode event) {
    return event.at("/Records/0/eventID").asText();
  }

  private List<IndexWork> documents() {
    return dispatch.messages("IndexQueue", IndexWork.class);
  }

  private List<RemovalWork> removals() {
    return dispatch.messages("RemovalQueue", RemovalWork.class);
  }
}
