package app.oegukmin.crawler;

import static app.oegukmin.testkit.FakeSite.send;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.Attachment;
import app.oegukmin.testkit.FakeSite.Answer;
import app.oegukmin.testkit.Stack;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a known article's attachments when it is read again. */
@Tag("process")
class AttachmentTest {

  @RegisterExtension static final Stack STACK = Crawl.stack();

  private static final String ACADEMIC = "official-academic";
  private static final String FILES = "https://portal.kookmin.ac.kr/por/restapi/file/0a1b";

  private Crawl crawl;

  @BeforeEach
  void start() throws Exception {
    STACK.clear();
    crawl = new Crawl(STACK, Map.of());
    crawl.site().html(OfficialPages.listUrl(4, 1), OfficialPages.list(OfficialPages.row(4, 1)));
    article("본문");
    crawl.site().answers(FILES, json("[{'fileNm':'안내.hwp','fileNo':'7','seq':1}]"));
    crawl.run(ACADEMIC);
  }

  @AfterEach
  void stop() {
    crawl.close();
  }

  static Stream<Answer> rubbish() {
    return Stream.of(
        send(200, "text/html", "<form><input type=password></form>"),
        send(200, "application/json", "[{'broken"),
        json("{'code':401,'message':'login'}"),
        json(""),
        send(403, "application/json", "[]"));
  }

  @ParameterizedTest
  @MethodSource("rubbish")
  void dN10_aPortalThatCannotTellTakesNoFilesAway(Answer answer) throws Exception {
    crawl.site().answers(FILES, answer);

    crawl.runAs("daily", ACADEMIC);

    assertThat(files()).extracting(Attachment::title).containsExactly("안내.hwp");
    assertThat(crawl.board(ACADEMIC).findNumber("changed")).hasValue(0L);
  }

  @Test
  void dN10_anEditIsTakenInWithTheFilesThatAreKnown() throws Exception {
    crawl.site().answers(FILES, send(404, "text/html", ""));
    article("고친 본문");

    crawl.runAs("daily", ACADEMIC);

    assertThat(crawl.body(Language.EN_US).document()).contains("고친 본문");
    assertThat(files()).extracting(Attachment::title).containsExactly("안내.hwp");
  }

  @Test
  void dN10_filesThatAreNoLongerThereGo() throws Exception {
    crawl.site().answers(FILES, json("[]"));

    crawl.runAs("daily", ACADEMIC);

    assertThat(files()).isEmpty();
  }

  @Test
  @DisplayName("F-23: a failing file portal keeps no notice back; its files come later")
  void f23_aNoticeAppearsBeforeItsFiles() throws Exception {
    crawl.site().answers(FILES, send(503, "text/html", ""));
    newArticles(3, 2);
    assertThat(crawl.runAs("schedule", ACADEMIC)).isEmpty();
    assertThat(crawl.titles()).hasSize(3);

    crawl.runAs("schedule", ACADEMIC);
    assertThat(files()).isEmpty();

    crawl.site().answers(FILES, json("[{'fileNm':'안내.hwp','fileNo':'7','seq':1}]"));
    crawl.runAs("schedule", ACADEMIC);
    assertThat(files()).extracting(Attachment::title).containsExactly("안내.hwp");
    assertThat(crawl.board(ACADEMIC).number("changed")).isEqualTo(2);
    crawl.site().forgetRequests();
    crawl.runAs("schedule", ACADEMIC);
    assertThat(crawl.site().requests()).hasSize(1);
  }

  @Test
  @DisplayName("F-23: who asks for a pause is the host that is left alone, and no other")
  void f23_thePortalsPauseIsThePortals() throws Exception {
    crawl.site().answers(FILES, busy(7200));
    newArticles(3, 2);
    crawl.site().forgetRequests();

    assertThat(crawl.runAs("schedule", ACADEMIC)).isEmpty();
    crawl.runAs("schedule", ACADEMIC);

    assertThat(crawl.titles()).hasSize(3);
    assertThat(crawl.site().requests()).filteredOn(FILES::equals).hasSize(1);
    assertThat(crawl.site().requests()).filteredOn(OfficialPages.listUrl(4, 1)::equals).hasSize(2);
    assertThat(crawl.rests()).isEmpty();
  }

  private static Answer busy(int seconds) {
    return exchange -> {
      exchange.getResponseHeaders().set("Retry-After", Integer.toString(seconds));
      send(429, "text/html", "").to(exchange);
    };
  }

  private void newArticles(long... numbers) {
    String[] rows = OfficialPages.rows(4, numbers);
    crawl
        .site()
        .html(
            OfficialPages.listUrl(4, 1),
            OfficialPages.list(String.join("", rows), OfficialPages.row(4, 1)));
    for (long number : numbers) {
      article(number, "새 글");
    }
  }

  private List<Attachment> files() {
    return crawl.body(Language.KO).files();
  }

  private void article(String body) {
    article(1, body);
  }

  private void article(long number, String body) {
    String script = "<script>var attflUuidValue = '0a1b';</script>";
    crawl
        .site()
        .html(
            OfficialPages.url(4, number), OfficialPages.article("글", "2026.11.20", body) + script);
  }

  private static Answer json(String text) {
    return send(200, "application/json", text.replace('\'', '"'));
  }
}
