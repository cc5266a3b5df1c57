package app.oegukmin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.notice.Reader.Response;
import app.oegukmin.shared.language.Language;
import app.oegukmin.testkit.AwsCalls;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the parameters of a list select (contract §6.2, §8.1, §8.2). */
@Tag("process")
class NoticeListTest {

  @RegisterExtension static final Stack STACK = Board.tables();

  private static final int NOTICES = 25;
  private static final Map<Integer, String> TYPES = Map.of(7, "공모∙행사", 9, "SW 특강/행사공지");

  private static Reader reader;

  @BeforeAll
  static void publish() {
    Board board = Board.on(STACK);
    for (int number = 1; number <= NOTICES; number++) {
      board.publish(number, TYPES.getOrDefault(number, "학사공지"));
    }
    reader = new Reader(new NoticeHandler(STACK.environment("NoticeFunction"), Clock.systemUTC()));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D-N11, D-Q1: paging shows every notice once, newest first")
  void dN11_pagesWithoutLossOrRepetition(Language language) throws IOException {
    List<String> titles = new ArrayList<>();
    String cursor = "0";
    int pages = 0;
    while (cursor != null && pages++ < NOTICES) {
      Response page = reader.list(Map.of("language", language.tag(), "cursor", cursor));
      titles.addAll(page.titles());
      cursor = page.response().path("lastCursorId").asText(null);
    }

    assertThat(pages).isEqualTo(3);
    assertThat(titles)
        .containsExactlyElementsOf(
            IntStream.range(0, NOTICES).mapToObj(i -> "공지 " + (NOTICES - i)).toList());
  }

  @Test
  void takesTheDefaultsWithoutAQuery() throws IOException {
    assertThat(reader.listPlainly()).isEqualTo(reader.list());
    assertThat(reader.list().notices()).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"type", "language", "cursor"})
  @DisplayName("Contract §6.2: an empty value is the default")
  void takesTheDefaultForAnEmptyValue(String parameter) throws IOException {
    assertThat(reader.list(Map.of(parameter, ""))).isEqualTo(reader.list());
  }

  @Test
  @DisplayName("The app sends Korean types percent-encoded; the gateway decodes them")
  void listsOneType() throws IOException {
    assertThat(reader.list(Map.of("type", "공모∙행사")).titles()).containsExactly("공지 7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SW 특강/행사공지", "sw 특강/행사공지", "Sw 특강/행사공지"})
  @DisplayName("Contract §6.2: so is a type")
  void knowsATypeInAnyCase(String type) throws IOException {
    Response answer = reader.list(Map.of("type", type));

    assertThat(answer.titles()).containsExactly("공지 9");
    assertThat(answer.notices().path(0).path("type").asText()).isEqualTo("SW 특강/행사공지");
  }

  @ParameterizedTest
  @CsvSource({"전체, 0", "학사공지, 0", "학사공지, 9007199254740991", "없는공지, 0"})
  void asksTheTableOnceForAPage(String type, String cursor) throws IOException {
    AwsCalls.forget();
    reader.list(Map.of("type", type, "cursor", cursor));

    assertThat(AwsCalls.operations()).containsExactly("Query");
  }

  @Test
  @DisplayName("D-F3: what is loaded again and again is told once")
  void dF3_tellsWhoHasAListSo() throws IOException {
    Response first = reader.list();
    assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=60");

    Response again = reader.listUnless(first.header("ETag"));
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body().isMissingNode()).isTrue();
    assertThat(reader.listUnless("\"other\"")).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({"ko, KO", "Ko, KO", "en-us, EN-US", "EN-us, EN-US", "zh, ZH"})
  @DisplayName("Contract §6.2: a language is known in any case")
  void knowsALanguageInAnyCase(String written, String tag) throws IOException {
    Response answer = reader.list(Map.of("language", written));

    assertThat(answer.notices()).hasSize(10);
    assertThat(answer).isEqualTo(reader.list(Map.of("language", tag)));
  }

  @ParameterizedTest
  @CsvSource({
    "language, FR",
    "language, EN",
    "language, KOR",
    "type, 없는공지",
    "type, 학사",
    "type, KO#학사공지",
    "type, {학사공지}",
    "type, %",
  })
  void hasNothingOfWhatItDoesNotKnow(String parameter, String value) throws IOException {
    assertEmptyList(reader.list(Map.of(parameter, value)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "5"})
  void hasNothingBelowTheOldest(String cursor) throws IOException {
    assertEmptyList(reader.list(Map.of("cursor", cursor)));
  }

  @Test
  void beginsAtTheNewestForACursorAboveAll() throws IOException {
    String above = Long.toString(Long.MAX_VALUE);

    assertThat(reader.list(Map.of("cursor", above))).isEqualTo(reader.list());
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "-1", "1.5", "9223372036854775808", "0x10", "%", "일"})
  @DisplayName("D-A9: a bad cursor is the client's mistake")
  void dA9_refusesABadCursor(String cursor) throws IOException {
    Response answer = reader.list(Map.of("cursor", cursor));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("code").asText()).isEqualTo("C001");
    assertThat(answer.body().path("message").asText()).contains("cursor");
    assertThat(answer.body().path("success").asBoolean(true)).isFalse();
  }

  private static void assertEmptyList(Response answer) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().toString()).isEqualTo("{\"hasNext\":false,\"announcements\":[]}");
  }
}
