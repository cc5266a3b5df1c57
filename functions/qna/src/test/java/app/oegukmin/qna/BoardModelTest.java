package app.oegukmin.qna;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.qna.BoardModel.Answered;
import app.oegukmin.qna.BoardModel.Asked;
import app.oegukmin.shared.post.Editor;
import app.oegukmin.testkit.ApiResponse;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random events on the board, over a DynamoDB that refuses every fifth transaction for conflicts or
 * throttling, compared with {@link BoardModel} through the function and its caches.
 */
@Tag("process")
class BoardModelTest {

  @RegisterExtension static final Stack STACK = Stack.of(Campus.TABLES).withValkey();

  // More in make bench-board.
  private static final int EVENTS = Integer.getInteger("board.events", 200);
  // Each reads the whole board.
  private static final int COMPARISONS = 10;
  private static final String[] MEMBERS = {"linh", "wei", "anh", "yuki", "omar"};

  private final BoardModel model = new BoardModel();
  private Campus campus;
  private Crowd.Environs board;
  private Random random;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void showsWhatTheModelShows(long seed) throws Exception {
    STACK.clear();
    random = new Random(seed);
    campus = new Campus(STACK).join(MEMBERS);
    board = new Crowd(STACK).environs(new BusyDynamo(random, 0.2).client());
    for (int event = 1; event <= EVENTS; event++) {
      happen(event);
      if (event % (EVENTS / COMPARISONS) == 0) {
        compare();
      }
    }
  }

  private void happen(int event) throws Exception {
    String member = member();
    int dice = random.nextInt(100);
    if (dice < 10) {
      ask(member, "제목 " + event);
    } else if (dice < 35) {
      each(model.anyQuestion(random), id -> answer(member, id, "답 " + event));
    } else if (dice < 65) {
      each(model.anyAnswer(random), id -> like(member, id));
    } else if (dice < 82) {
      each(model.anyAnswer(random), id -> unlike(member, id));
    } else if (dice < 90) {
      each(model.anyAnswer(random), id -> eraseAnswer(member, id));
    } else if (dice < 97) {
      each(model.anyQuestion(random), id -> update(member, id, "새 제목 " + event));
    } else {
      each(model.anyQuestion(random), id -> eraseQuestion(member, id));
    }
  }

  private static void each(List<Long> ids, LongFunction<Callable<Void>> event) throws Exception {
    for (long id : ids) {
      event.apply(id).call();
    }
  }

  private void ask(String member, String title) {
    QuestionRequest request = new QuestionRequest(title, "본문", "기숙사");
    long id = board.questions().create(member, request, Pictures.NONE).questionResponse().id();
    model.questions.put(id, new Asked(member, title));
  }

  private Callable<Void> answer(String member, long question, String text) {
    return () -> {
      long id = board.answers().create(member, new AnswerRequest(question, text)).id();
      model.questions.get(question).answers.put(id, new Answered(member, text));
      return null;
    };
  }

  private Callable<Void> like(String member, long id) {
    return () -> {
      board.likes().like(member, id);
      model.answersWith(id).get(id).likes.add(member);
      return null;
    };
  }

  private Callable<Void> unlike(String member, long id) {
    return () -> {
      board.likes().unlike(member, id);
      model.answersWith(id).get(id).likes.remove(member);
      return null;
    };
  }

  private Callable<Void> eraseAnswer(String member, long id) {
    return () -> {
      boolean own = model.answersWith(id).get(id).owner.equals(member);
      String outcome =
          Crowd.call(() -> board.answers().erase(new Editor(member, false), id)).call();
      assertThat(outcome).isEqualTo(own ? "200" : "403 C006");
      if (own) {
        model.answersWith(id).remove(id);
      }
      return null;
    };
  }

  private Callable<Void> update(String member, long id, String title) {
    return () -> {
      boolean own = model.questions.get(id).owner.equals(member);
      QuestionChange change = new QuestionChange(id, title, "본문", "문화정보");
      String outcome =
          Crowd.call(() -> board.questions().update(new Editor(member, false), change)).call();
      assertThat(outcome).isEqualTo(own ? "200" : "403 C006");
      if (own) {
        model.questions.get(id).title = title;
      }
      return null;
    };
  }

  private Callable<Void> eraseQuestion(String member, long id) {
    return () -> {
      boolean own = model.questions.get(id).owner.equals(member);
      Crowd.call(() -> board.questions().erase(new Editor(member, false), id)).call();
      if (own) {
        model.questions.remove(id);
      }
      return null;
    };
  }

  private void compare() {
    assertThat(
            pages(
                cursor -> campus.list("{\"cursorId\":%d}".formatted(cursor)),
                "questionList",
                BoardModelTest::question))
        .isEqualTo(model.lines());
    String viewer = member();
    for (long id : model.questions.keySet()) {
      assertThat(
              pages(
                  cursor -> campus.answers(viewer, id, cursor, "like"),
                  "answerList",
                  BoardModelTest::answer))
          .isEqualTo(model.lines(id, viewer));
    }
  }

  private static List<String> pages(
      LongFunction<ApiResponse> page, String list, Function<JsonNode, String> line) {
    List<String> lines = new ArrayList<>();
    JsonNode content;
    long cursor = 0;
    do {
      content = page.apply(cursor).content();
      content.path(list).forEach(post -> lines.add(line.apply(post)));
      cursor = content.path("lastCursorId").asLong();
    } while (content.path("hasNext").asBoolean());
    return lines;
  }

  private static String question(JsonNode post) {
    return "%d %s %d"
        .formatted(
            post.path("id").asLong(),
            post.path("title").asText(),
            post.path("answerCount").asInt());
  }

  private static String answer(JsonNode post) {
    return "%d %s %d %s"
        .formatted(
            post.path("id").asLong(),
            post.path("context").asText(),
            post.path("likeCount").asInt(),
            post.path("likeCheck").asBoolean());
  }

  private String member() {
    return MEMBERS[random.nextInt(MEMBERS.length)];
  }
}
