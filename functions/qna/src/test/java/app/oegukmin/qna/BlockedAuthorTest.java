package app.oegukmin.qna;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.block.Block;
import app.oegukmin.shared.block.BlockTable;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class BlockedAuthorTest {

  @RegisterExtension static final Stack STACK = Stack.of(Campus.TABLES).withValkey();

  private Campus campus;

  @BeforeEach
  void block() {
    STACK.clear();
    campus = new Campus(STACK).join("linh", "wei", "mallory");
    new BlockTable(STACK.dynamodb(), STACK.table("BlockTable"))
        .put(new Block(MemberKey.of("wei"), MemberKey.of("mallory"), "public-mallory", "2026"));
  }

  @Test
  void fillsAPageOfQuestionsFromTheNextRows() {
    List<Long> visible = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      campus.ask("mallory", "스팸 " + i, "본문", "기숙사");
      visible.addFirst(campus.ask("linh", "제목 " + i, "본문", "기숙사"));
    }

    JsonNode first = campus.list("wei", "{\"cursorId\":0}").content();
    String next = "{\"cursorId\":%d}".formatted(first.path("lastCursorId").asLong());
    JsonNode second = campus.list("wei", next).content();

    assertThat(ids(first.path("questionList"))).isEqualTo(visible.subList(0, 20));
    assertThat(ids(second.path("questionList"))).isEqualTo(visible.subList(20, 25));
    assertThat(second.path("hasNext").asBoolean()).isFalse();
    assertThat(ids(campus.list("linh", "{\"cursorId\":0}").content().path("questionList")))
        .as("what others see")
        .hasSize(20)
        .isNotEqualTo(visible.subList(0, 20));
  }

  @Test
  void fillsAPageOfAnswersFromTheNextRows() {
    long question = campus.ask("linh", "제목", "본문", "기숙사");
    for (int i = 0; i < 12; i++) {
      campus.answer("mallory", question, "스팸 " + i);
      campus.answer("linh", question, "답 " + i);
    }

    JsonNode first = campus.answers("wei", question, 0, "date").content();
    long cursor = first.path("lastCursorId").asLong();
    JsonNode second = campus.answers("wei", question, cursor, "date").content();

    assertThat(first.path("answerList")).hasSize(10);
    assertThat(second.path("answerList")).hasSize(2);
    assertThat(first.toString() + second).doesNotContain("스팸");
    assertThat(second.path("hasNext").asBoolean()).isFalse();
  }

  private static List<Long> ids(JsonNode posts) {
    List<Long> ids = new ArrayList<>();
    posts.forEach(post -> ids.add(post.path("id").asLong()));
    return ids;
  }
}
