package app.oegukmin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.notice.Reader.Response;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.Article;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GET /api/announcement/search (contract §6.2). */
@Tag("process")
class SearchTest {

  @RegisterExtension
  static final Stack STACK =
      Stack.of(
          "ArticleTable",
          "NoticeTable",
          "NoticeBodyTable",
          "DocumentTable",
          "IndexTable",
          "IndexBucket");

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-20T00:00:00Z"));
  private BoardIndex index;
  private Board board;
  private Reader reader;

  @BeforeEach
  void open() throws IOException {
    STACK.clear();
    index = new BoardIndex(STACK, clock);
    board = Board.on(STACK, index);
    reader = new Reader(new NoticeHandler(STACK.environment("NoticeFunction"), clock));
  }

  private Response search(String word) throws IOException {
    return search(Map.of("word", word));
  }

  private Response search(Map<String, String> query) throws IOException {
    index.publish();
    return reader.search(query);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "수강신청",
        "강신",
        "안내",
        "TOPIK 4급",
        "topik 4급",
        "장학금",
        "100%",
        "(필독)",
        "a.b*",
        "D-2",
        "o\u0308ffnen"
      })
  void findsAWordInTitleAndTextLiterallyInAnyCase(String word) throws IOException {
    board.publish(1, "(필독) 수강신청 안내 D-2", "Topik 4급 이상은 장학금 100% 지급, A.B* Öffnen");
    board.publish(2, "시스템 점검", "서버를 멈춥니다");

    assertThat(search(word).titles()).containsExactly("(필독) 수강신청 안내 D-2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TOPIK",
        "ＴＯＰＩＫ",
        "2026학년도",
        "(주)국민",
        "㈜국민",
        "D-2",
        "D\u20102",
        "D-10",
        "안내문 ",
        " 안내문",
        "안내문\u3000"
      })
  @DisplayName("F-57, F-58, F-59: what looks the same to a reader is found")
  void f57_f58_f59_findsWhatLooksTheSame(String word) throws IOException {
    board.publish(1, "ＴＯＰＩＫ 특강 안내문", "２０２６학년도 ㈜국민. 유학(D\u20112) 구직(D\uff0d10)");
    board.publish(2, "시스템 점검", "서버를 멈춥니다");

    assertThat(search(word).titles()).containsExactly("ＴＯＰＩＫ 특강 안내문");
  }

  @ParameterizedTest
  @ValueSource(strings = {"신청수강", ".*", "a?b", "안내Topik", "학사공지", "교무팀", "title:수강", "수강 OR 없음"})
  void findsNothingElse(String word) throws IOException {
    board.publish(1, "수강 신청 안내", "Topik aab");

    assertThat(search(word).response().toString())
        .isEqualTo("{\"hasNext\":false,\"announcements\":[]}");
  }

  @Test
  @DisplayName("Hangul typed on a Mac comes in pieces (NFD)")
  void findsDecomposedHangul() throws IOException {
    board.publish(1, Normalizer.normalize("한국어 강좌", Normalizer.Form.NFD), "본문");
    board.publish(2, "수강신청", "본문");

    assertThat(search("한국어").notices()).hasSize(1);
    assertThat(search(Normalizer.normalize("수강신청", Normalizer.Form.NFD)).titles())
        .containsExactly("수강신청");
  }

  @Test
  @DisplayName("D-F6: a plus that the app did not escape is a space when it arrives")
  void dF6_findsAPlusThatBecameASpace() throws IOException {
    board.publish(1, "C++ 특강", "본문");

    assertThat(search("C   특강").titles()).containsExactly("C++ 특강");
    assertThat(search("C++ 특강").titles()).containsExactly("C++ 특강");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {"'',S001", "가,S001", "\" \",S001", ",C001"})
  @DisplayName("Contract §6.2, D-A9: a short word is S001, none C001")
  void dA9_refusesAShortWordAndNone(String word, String code) throws IOException {
    String sent = "''".equals(word) ? "" : word;
    Response answer = search(sent == null ? Map.of() : Map.of("word", sent));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("code").asText()).isEqualTo(code);
    assertThat(answer.body().path("success").asBoolean(true)).isFalse();
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  @DisplayName("Contract §6.2: two UTF-16 units are enough, spaces count")
  void takesTwoUnits() throws IOException {
    board.publish(1, "졸업 축하 🎓", "본문");

    assertThat(search("🎓").notices()).hasSize(1);
    assertThat(search("업 ").notices()).hasSize(1);
    assertThat(search("  ").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "-1", "1.5"})
  @DisplayName("D-A9: a bad cursor is the client's mistake")
  void dA9_refusesABadCursor(String cursor) throws IOException {
    Response answer = search(Map.of("word", "수강", "cursor", cursor));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("code").asText()).isEqualTo("C001");
  }

  @ParameterizedTest
  @CsvSource({"type, 없는공지", "language, FR", "language, EN"})
  void hasNothingOfWhatItDoesNotKnow(String parameter, String value) throws IOException {
    board.publish(1);

    assertThat(search(Map.of("word", "공지", parameter, value)).response().toString())
        .isEqualTo("{\"hasNext\":false,\"announcements\":[]}");
  }

  @Test
  void searchesOneType() throws IOException {
    board.publish(1, "SW 학사공지");
    board.publish(2, "학사공지");

    assertThat(search(Map.of("word", "공지", "type", "sw 학사공지")).titles()).containsExactly("공지 1");
    assertThat(search("공지").titles()).containsExactly("공지 2", "공지 1");
  }

  @Test
  @DisplayName("D-N11: paging shows every hit once, newest first, in the list's shape")
  void dN11_pagesWithoutLossOrRepetition() throws IOException {
    for (int number = 1; number <= 50; number++) {
      board.publish(number, number % 2 == 0 ? "장학 " + number : "점검 " + number, "본문");
    }
    List<String> titles = new ArrayList<>();
    String cursor = "0";
    int pages = 0;
    while (cursor != null && pages++ < 9) {
      Response page = search(Map.of("word", "장학", "cursor", cursor));
      assertThat(page.response().path("hasNext").asBoolean())
          .isEqualTo(page.response().has("lastCursorId"));
      titles.addAll(page.titles());
      cursor = page.response().path("lastCursorId").asText(null);
    }

    assertThat(pages).isEqualTo(3);
    assertThat(titles)
        .containsExactlyElementsOf(
            IntStream.range(0, 25).mapToObj(i -> "장학 " + (50 - 2 * i)).toList());
  }

  @Test
  @DisplayName("A row is the list's very row")
  void answersAsTheListDoes() throws IOException {
    board.publish(1);

    ObjectNode found = (ObjectNode) search("공지").body();
    ObjectNode row = (ObjectNode) found.at("/response/announcements/0");

    assertThat(row.remove("titleHighlights").toString()).isEqualTo("[[0,2]]");
    assertThat(found).isEqualTo(reader.list().body());
  }

  @Test
  @DisplayName("D-N13: until it is translated a notice is found in Korean, then as it is shown")
  void dN13_findsWhatIsShown() throws IOException {
    Article article = board.publish(1, "수강신청 안내", "기간");
    Map<String, String> korean = Map.of("word", "수강", "language", "EN-US");
    Map<String, String> english = Map.of("word", "COURSE", "language", "en-us");
    assertThat(search(korean).titles()).containsExactly("수강신청 안내");

    board.translate(article, Language.EN_US, "Registration", "<p>Courses</p>");
    assertThat(search(korean).notices()).isEmpty();
    assertThat(search(english).titles()).containsExactly("Registration");
    assertThat(search(Map.of("word", "수강", "language", "ZH")).notices()).hasSize(1);
  }

  @Test
  @DisplayName("D-N2: an edited notice is found by its new text alone")
  void dN2_findsAnEditedNoticeByItsNewText() throws IOException {
    Article article = board.publish(1, "수강신청 안내", "옛 기간");
    article = board.revise(article, 1, "학사공지", "수강신청 안내", "새 일정");
    assertThat(search("옛 기간").notices()).isEmpty();
    assertThat(search("새 일정").notices()).hasSize(1);

    board.revise(article, 1, "장학공지", "수강신청 안내", "새 일정");
    assertThat(search(Map.of("word", "일정", "type", "학사공지")).notices()).isEmpty();
    assertThat(search(Map.of("word", "일정", "type", "장학공지")).notices()).hasSize(1);
  }

  @Test
  @DisplayName("A word that stands apart is found, and the exact one comes first by relevance")
  void ranksByRelevance() throws IOException {
    board.publish(1, "졸업앨범 촬영", "본문");
    board.publish(2, "안내", "졸업 앨범 배부");
    board.publish(3, "졸업 안내", "앨범은 없음");

    assertThat(search("졸업 앨범").titles()).containsExactly("졸업 안내", "안내", "졸업앨범 촬영");
    Response best = search(Map.of("word", "졸업 앨범", "sort", "relevance"));
    assertThat(best.titles()).first().isEqualTo("졸업앨범 촬영");
    assertThat(best.response().has("lastCursorId")).isFalse();
  }

  @Test
  @DisplayName("F-35: while the index cannot be asked, a search is told to come later")
  void f35_isToldToWaitWhileTheIndexCannotBeAsked() throws IOException {
    Map<String, String> elsewhere = new HashMap<>(STACK.environment("NoticeFunction"));
    elsewhere.put("INDEX_TABLE", "nowhere");
    Response response = new Reader(new NoticeHandler(elsewhere, clock)).search("공지");

    assertThat(response.status()).isEqualTo(503);
    assertThat(response.header("Retry-After")).isEqualTo("5");
  }

  @Test
  @DisplayName("F-35: while found notices cannot be read, a search is told to come later")
  void f35_isToldToWaitWhileRowsCannotBeRead() throws IOException {
    board.publish(1);
    assertThat(search("공지").titles()).containsExactly("공지 1");
    Map<String, String> elsewhere = new HashMap<>(STACK.environment("NoticeFunction"));
    elsewhere.put("NOTICE_TABLE", "nowhere");
    Response response = new Reader(new NoticeHandler(elsewhere, clock)).search("공지");

    assertThat(response.status()).isEqualTo(503);
  }

  @Test
  void findsNothingRemovedThoughItsTextIsStillThere() throws IOException {
    List<Article> articles = new ArrayList<>();
    for (int number = 1; number <= 30; number++) {
      articles.add(board.publish(number));
    }
    articles.subList(12, 30).forEach(board::remove);

    Response answer = search("공지");
    assertThat(answer.titles()).hasSize(10).startsWith("공지 12").endsWith("공지 3");
    assertThat(answer.response().path("hasNext").asBoolean()).isTrue();
  }

  @Test
  void isKeptByWhoAskedAlone() throws IOException {
    assertThat(search("공지").header("Cache-Control")).isEqualTo("private, max-age=30");
    assertThat(search("공지").header("ETag")).isNotEmpty();
  }
}
