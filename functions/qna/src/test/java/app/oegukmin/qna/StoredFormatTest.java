package app.oegukmin.qna;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What lies in the tables, which later versions have to read. */
@Tag("process")
class StoredFormatTest {

  @RegisterExtension static final Stack STACK = Stack.of(Campus.TABLES);

  private static final Map<String, Object> AUTHOR =
      Map.of(
          "author", "이름 linh",
          "country", "Vietnam",
          "uuid", "public-linh",
          "owner", MemberKey.of("linh"));

  @Test
  void staysAsItIs() {
    Campus campus = new Campus(STACK).join("linh");
    long question = campus.ask("linh", "제목", "본문", "기숙사");
    long answer = campus.answer("linh", question, "답").content().path("id").asLong();
    campus.like("linh", answer);

    assertThat(undated("QuestionTable"))
        .containsExactly(
            item(
                Map.of(
                    "board",
                    "question",
                    "id",
                    question,
                    "title",
                    "제목",
                    "tag",
                    "기숙사",
                    "answerCount",
                    1,
                    "lastOrdinal",
                    1)));
    assertThat(undated("AnswerTable"))
        .containsExactlyInAnyOrder(
            item(Map.of("key", "question#" + question, "id", answer, "ordinal", 1, "likes", 1)),
            Items.item(Map.of("key", "answer#" + answer, "id", 0, "question", question)));
    assertThat(Items.all(STACK, "PostTextTable"))
        .containsExactlyInAnyOrder(
            Items.item(Map.of("key", "question#" + question, "text", "본문")),
            Items.item(Map.of("key", "answer#" + answer, "text", "답")));
    assertThat(Items.all(STACK, "VoteTable"))
        .containsExactly(Items.item(Map.of("member", MemberKey.of("linh"), "answer", answer)));
  }

  /** A post of linh's. */
  private static Map<String, AttributeValue> item(Map<String, ?> attributes) {
    Map<String, Object> all = new HashMap<>(AUTHOR);
    all.putAll(attributes);
    return Items.item(all);
  }

  /** The items of a table without their dates and their empty lists of pictures. */
  private static List<Map<String, AttributeValue>> undated(String table) {
    return Items.all(STACK, table).stream()
        .map(
            item -> {
              Map<String, AttributeValue> rest = new HashMap<>(item);
              rest.remove("createdDate");
              rest.remove("updatedDate");
              rest.remove("pictures");
              return rest;
            })
        .toList();
  }
}
