package app.oegukmin.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.notice.Article;
import app.oegukmin.shared.search.Passage;
import app.oegukmin.shared.search.PassageRequest;
import app.oegukmin.shared.search.PassageResponse;
import app.oegukmin.shared.search.SearchKind;
import app.oegukmin.testkit.Stack;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class PassageTest {

  @RegisterExtension static final Stack STACK = Stack.of(Campus.RESOURCES);

  private Campus campus;
  private PassageHandler handler;

  @BeforeEach
  void open() {
    STACK.clear();
    campus = new Campus(STACK);
    handler = new PassageHandler(STACK.environment("PassageFunction"), campus.clock);
  }

  @Test
  void findsByAQuestionInWholeSentences() throws IOException {
    Article notice = campus.notice(1, "국가장학금 신청 안내", "<p>12월 1일까지 신청하세요.</p>");
    campus.question(7, "기숙사", "기숙사는 어디에 있나요?");
    campus.follow(SearchKind.NOTICE, Campus.korean(notice));
    campus.follow(SearchKind.QUESTION, 7);

    List<Passage> passages = ask("국가장학금 신청은 언제까지 하나요?", "KO");

    assertThat(passages.getFirst())
        .isEqualTo(
            new Passage(
                "notice",
                Campus.korean(notice),
                "KO",
                "국가장학금 신청 안내",
                "2026-11-19",
                "https://site.example/1",
                "12월 1일까지 신청하세요.",
                passages.getFirst().score()));
    assertThat(passages.getFirst().score()).isPositive();
  }

  @Test
  void takesForSourcesWhatAnswers() throws IOException {
    campus.question(7, "기숙사 질문", "기숙사는 어디예요?");
    campus.help(8, "기숙사 도움", "기숙사 이사를 도와주세요.");
    campus.faq(9, "KO", "기숙사", "기숙사는 어디예요?", "후문에 있어요.");
    campus.follow(SearchKind.QUESTION, 7);
    campus.follow(SearchKind.HELP, 8);
    campus.follow(SearchKind.FAQ, 9);

    assertThat(ask("기숙사는 어디예요?", "KO")).extracting(Passage::kind).containsExactly("faq");
  }

  @Test
  void quotesNothingThatIsHidden() throws IOException {
    campus.question(7, "기숙사", "기숙사는 어디에 있나요?");
    campus.answer(7, 8, "기숙사는 후문에 있어요.");
    campus.follow(SearchKind.QUESTION, 7);
    campus.follow(SearchKind.ANSWER, 8);
    assertThat(ask("기숙사는 어디예요?")).extracting(Passage::kind).containsExactly("answer");

    campus.hide("QuestionTable", "question", 7);
    assertThat(ask("기숙사는 어디예요?")).isEmpty();
  }

  @Test
  @DisplayName("D-B5: of markup nothing is in a passage, and nothing of it is found")
  void dB5_quotesNoMarkup() throws IOException {
    String html = "<style>.hwpbody { margin: 0 }</style><p class='hwpbody'>등록금 &lt;납부&gt; 안내</p>";
    Article notice = campus.notice(1, "등록금", html);
    campus.follow(SearchKind.NOTICE, Campus.korean(notice));

    assertThat(ask("등록금 납부")).extracting(Passage::text).containsExactly("등록금 <납부> 안내");
    assertThat(ask("hwpbody margin class")).isEmpty();
  }

  @Test
  void tellsHowManyLikeAnAnswerNow() throws IOException {
    campus.question(7, "기숙사", "기숙사는 어디에 있나요?");
    campus.answer(7, 8, "기숙사는 후문에 있어요.");
    campus.follow(SearchKind.ANSWER, 8);
    assertThat(ask("기숙사는 어디예요?")).extracting(Passage::likes).containsExactly(0L);

    campus.like(7, 8, 3);
    assertThat(ask("기숙사는 어디예요?")).extracting(Passage::likes).containsExactly(3L);

    campus.hideAnswer(7, 8);
    assertThat(ask("기숙사는 어디예요?")).isEmpty();
  }

  @Test
  void cutsALongTextAroundItsWord() throws IOException {
    String text = "가나다 ".repeat(1_000) + "등록금 납부 " + "라마바 ".repeat(1_000);
    campus.faq(9, "KO", "긴 글", text, "");
    campus.follow(SearchKind.FAQ, 9);

    assertThat(ask("등록금").getFirst().text())
        .hasSize(Passage.LONGEST)
        .contains("등록금 납부")
        .startsWith("가")
        .contains("라마바");
  }

  private List<Passage> ask(String query, String... languages) throws IOException {
    var request = new PassageRequest(query, List.of(languages), 5);
    var response = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(request)), response, null);
    return Json.MAPPER.readValue(response.toByteArray(), PassageResponse.class).passages();
  }
}
