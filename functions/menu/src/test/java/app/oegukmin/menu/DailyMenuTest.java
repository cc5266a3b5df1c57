package app.oegukmin.menu;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.menu.App.Response;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.menu.Meal;
import app.oegukmin.shared.menu.MenuTable;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("process")
class DailyMenuTest {

  @RegisterExtension static final Stack STACK = Stack.of("MenuTable").withValkey();

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final String HANWOOL = "한울식당(법학관 지하1층)";
  private static final String GENERAL = "생활관식당 일반식(생활관 A동 1층)";
  private static final String REGULAR = "생활관식당 정기식(생활관 A동 1층)";

  private MenuTable table;
  private App app;

  @BeforeEach
  void open() {
    STACK.clear();
    table = new MenuTable(STACK.dynamodb(), STACK.table("MenuTable"));
    app = new App(STACK.environment("MenuFunction"));
  }

  @Test
  void answersAsTheOriginalDid() {
    store(
        meal(HANWOOL, "2코너<BR>NOODLE", "[중식]\r\n칼국수", "3900"),
        meal(HANWOOL, "1코너<br>SNACK1", "라면 ￦3000\r\n김밥 ￦2500", "0"),
        meal(GENERAL, "중식", "제육", "7700"));
    Response answer = app.daily("2026-11-23", "KO");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.text())
        .isEqualTo(
            """
            {"success":true,"message":"Successfully load menus","response":[\
            {"한울식당(법학관 지하1층)":{"2026-11-23":{\
            "2코너<BR>NOODLE":{"메뉴":"[중식]\\r\\n칼국수","가격":"3900"},\
            "1코너<br>SNACK1":{"메뉴":"라면 ￦3000\\r\\n김밥 ￦2500","가격":"0"}}}},\
            {"생활관식당 일반식(생활관 A동 1층)":{"2026-11-23":{"중식":{"메뉴":"제육","가격":"7700"}}}}]}\
            """);
  }

  @Test
  void dM3_callsEverythingByTheNamesTheAppKnows() {
    store(meal(HANWOOL, "3코너<br>CUTLET", "돈까스", "5900"));
    table.translate(meal(HANWOOL, "3코너<br>CUTLET", "돈까스", "5900"), Language.EN_US, "Cutlet");
    JsonNode day = app.daily("2026-11-23", "en-us").response().get(0);
    assertThat(
            day.at("/Hanwool Restaurant (B1F, Law Building)/2026-11-23/3Corner<br>CUTLET/메뉴")
                .asText())
        .isEqualTo("Cutlet");
  }

  @Test
  void theDormitoryIsOneInChinese() {
    store(meal(GENERAL, "중식", "제육", "7700"), meal(REGULAR, "석식", "정식", "0"));
    JsonNode response = app.daily("2026-11-23", "ZH").response();
    assertThat(response).hasSize(1);
    JsonNode corners = response.at("/0/宿舍餐厅（宿舍楼 A 座 1 楼）/2026-11-23");
    assertThat(corners.at("/午餐/메뉴").asText()).isEqualTo("제육");
    assertThat(corners.at("/晚餐/메뉴").asText()).isEqualTo("정식");
  }

  @Test
  void allValuesAreStringsAndNoTextLocksTheApp() {
    store(meal(HANWOOL, "1코너<br>SNACK1", "※운영시간\r\n11시※", "0"));
    JsonNode dish = app.daily("2026-11-23", "KO").response().findValue("1코너<br>SNACK1");
    assertThat(dish.path("메뉴").textValue()).isEqualTo("※운영시간\r\n11시*");
    assertThat(dish.path("가격").textValue()).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24, KO",
    "2026-11-31, KO",
    "23.11.2026, KO",
    "'', KO",
    "+999999999-12-31, KO",
    "2026-11-23, FR",
    "2026-11-23, ''",
    "<script>, <script>",
  })
  void whateverIsAskedTheAnswerIsAnArray(String date, String language) {
    store(meal(HANWOOL, "1코너<br>SNACK1", "라면", "3000"));
    assertEmpty(app.daily(date, language));
  }

  @Test
  void missingParametersAreNoError() {
    assertEmpty(app.daily(Map.of(), Map.of()));
    assertEmpty(app.daily(Map.of("date", "2026-11-23"), Map.of()));
    assertEmpty(app.daily(Map.of("language", "KO"), Map.of()));
  }

  @Test
  void theRecordedEventIsAnswered() {
    assertThat(app.daily(Map.of("date", "2026-11-23", "language", "EN-US"), Map.of()).status())
        .isEqualTo(200);
  }

  @Test
  void whoHasItAlreadyIsToldSo() {
    store(meal(HANWOOL, "1코너<br>SNACK1", "라면", "3000"));
    Response first = app.daily("2026-11-23", "KO");
    assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=60");
    var asked = Map.of("date", "2026-11-23", "language", "KO");
    Response again = app.daily(asked, Map.of("If-None-Match", first.header("ETag")));
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.text()).isEmpty();
    assertThat(app.daily("2026-11-24", "KO").header("ETag")).isNotEqualTo(first.header("ETag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"other\"", "garbage", "\"", "W/"})
  @DisplayName(
      "D-F1: a caller without the current version gets it in full, whatever the headers say")
  void dF1_answersInFullWhoHasItNot(String condition) {
    store(meal(HANWOOL, "1코너<br>SNACK1", "라면", "3000"));
    var asked = Map.of("date", "2026-11-23", "language", "KO");
    Response answer = app.daily(asked, Map.of("If-None-Match", condition));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Accept | text/html",
        "Accept | garbage",
        "Accept | application/json;q=x",
        "Accept | ``",
        "Content-Type | garbage",
        "Content-Type | application/json; charset=\"utf-8\"",
        "Content-Type | ``",
        "Host | a b",
        "Accept-Language | ;q=x",
        "Cookie | =;;",
      })
  @DisplayName("F-56: the app starts whatever the headers are")
  void f56_answersWhateverTheHeadersAre(String name, String value) {
    store(meal(HANWOOL, "1코너<br>SNACK1", "라면", "3000"));
    var asked = Map.of("date", "2026-11-23", "language", "KO");
    Response answer = app.daily(asked, Map.of(name, value));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.response()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{x}", "", "%zz", "a b", "=", "&", "😀", "date[]"})
  @DisplayName("F-56: nor does an unknown parameter keep it from starting")
  void f56_answersWhateverTheParametersAre(String name) {
    assertEmpty(app.daily(Map.of(name, name), Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "{\"date\": [null], \"language\": [null]}",
        "{\"date\": [\"2026-11-24\", \"2026-11-23\"], \"language\": [\"KO\", \"ZH\"]}",
        "{\"date\": [\"-999999999-01-01\"], \"language\": [\"KO\"]}",
        "{\"date\": [\"２０２６-11-23\"], \"language\": [\"KO\"]}",
        "{\"date\": [\"\\u0000\\ud800\"], \"language\": [\"\\udc00\"]}",
        "{\"date\": [\"%\"], \"language\": [\"%E0%A4\"]}",
        "{\"\\u0000\": [\"\\u0000\"], \"a;b\": [\"c d\"], \"\\ufffd\": [\"x\"]}"
      })
  @DisplayName("F-56: nor does an odd query")
  void f56_answersWhateverTheQueryIs(String query) {
    assertEmpty(app.daily(query));
  }

  @Test
  @DisplayName("F-56: nor does a query without end")
  void f56_answersALongQuery() {
    String endless = "2026-11-23".repeat(1_000);
    assertEmpty(app.daily(endless, endless));
    assertEmpty(app.daily(Map.of(endless, endless), Map.of()));
  }

  private static void assertEmpty(Response answer) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().isArray()).isTrue();
    assertThat(answer.response()).isEmpty();
  }

  private void store(Meal... meals) {
    table.store(MONDAY, Set.of(), List.of(meals));
  }

  private static Meal meal(String cafeteria, String corner, String text, String price) {
    return new Meal(MONDAY, cafeteria, corner, text, price);
  }
}
