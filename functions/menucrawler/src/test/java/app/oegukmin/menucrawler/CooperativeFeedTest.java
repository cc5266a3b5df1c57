package app.oegukmin.menucrawler;

import static app.oegukmin.testkit.FakeSite.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.menu.Meal;
import app.oegukmin.testkit.FakeSite;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CooperativeFeedTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final String DAY =
      """
      {"한울식당(법학관 지하1층)":{"2026-11-23":{
        "5코너<br>GUKBAP.Chef":{"메뉴":"[중식]\\r\\n더진국\\r\\n수육국밥\\r\\n￦5000\\r\\n[석식]\\r\\n얼큰국밥\\r\\n￦5500","가격":""},
        "2코너<BR>NOODLE":{"메뉴":"[중식]\\r\\n칼국수\\r\\n&손만두3","가격":"3900"},
        "1코너<br>SNACK1":{"메뉴":"","가격":""}}},
       "청향 양식당(법학관 5층)":{"2026-11-23":{"STEAK":{"메뉴":"채끝스테이크\\r\\n37,000원","가격":""}}},
       "학생식당(복지관 1층)":{"2026-11-23":[],"2026-11-24":"","soon":{},"2026-12-25":{"석식Ⅰ":{"메뉴":"밥","가격":"1"}}},
       "생활관식당 일반식(생활관 A동 1층)":[],
       "생활관식당 정기식(생활관 A동 1층)":null,
       "K-Bob<sup>+</sup>":{"2026-11-23":{"간편도시락":{"메뉴":"참치비빔밥","가격":6500}}}}""";

  private FakeSite site;

  @BeforeEach
  void start() throws Exception {
    site = new FakeSite();
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "cb(%s)", "/**/jQuery11_17(%s);", " cb( %s ) ;\n"})
  void readsItPlainOrInACall(String form) throws IOException {
    MenuReading reading = read(form.formatted(DAY));
    assertThat(reading.meals())
        .containsExactly(
            meal(
                "한울식당(법학관 지하1층)",
                "5코너<br>GUKBAP.Chef",
                "[중식]\r\n더진국\r\n수육국밥 ￦5000\r\n[석식]\r\n얼큰국밥 ￦5500",
                "0"),
            meal("한울식당(법학관 지하1층)", "2코너<BR>NOODLE", "[중식]\r\n칼국수\r\n&손만두3", "3900"),
            meal("청향 양식당(법학관 5층)", "STEAK", "채끝스테이크", "37000"),
            meal("K-Bob<sup>+</sup>", "간편도시락", "참치비빔밥", "6500"));
  }

  @Test
  void whatIsClosedIsAbsentButSpokenOf() throws IOException {
    MenuReading reading = read(DAY);
    assertThat(reading.cafeterias()).hasSize(6).contains("생활관식당 정기식(생활관 A동 1층)");
    assertThat(reading.days()).hasSize(14).contains(MONDAY, MONDAY.plusDays(13));
  }

  @Test
  void dM5_leavesEscapesToTheParser() throws IOException {
    String escaped =
        "{\"\\ud559\\uc0dd\\uc2dd\\ub2f9\":{\"2026-11-23\":{\"\\uc11d\\uc2dd\\u2160\":"
            + "{\"\\uba54\\ub274\":\"\\u0022\\uc655\\u0022\\ub3c8\\uae4c\\uc2a4\\/\\u005c\\u000a\\ubc25\",\"\\uac00\\uaca9\":\"5,900\"}}}}";
    assertThat(read(escaped).meals())
        .containsExactly(meal("학생식당(복지관 1층)", "석식Ⅰ", "\"왕\"돈까스/\\\r\n밥", "5900"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[{}]",
        "<html>점검중</html>",
        "cb(",
        "{\"학생식당\":{\"2026",
        "7",
        "\"text\"",
        "cb(<b>)"
      })
  void refusesWhatIsNoMenu(String answer) {
    assertThatThrownBy(() -> read(answer))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining(Feeds.COOPERATIVE);
  }

  @Test
  @DisplayName("F-34, F-49: JSON's null is no dish")
  void f49_nullIsNoDish() throws IOException {
    MenuReading reading =
        read(
            """
            {"교직원식당(복지관 1층)": {"2026-11-23": {"키친1": {"메뉴": null, "가격": null},
              "키친2": null, "석식": {}, "오늘의<br>샐러드": {"메뉴": "샐러드", "가격": null}}}}""");
    assertThat(reading.meals()).containsExactly(meal("교직원식당(복지관 1층)", "오늘의<br>샐러드", "샐러드", "0"));
    assertThat(reading.unreadable()).isEmpty();
    assertThat(reading.covered()).containsOnlyKeys("교직원식당(복지관 1층)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "[\"밥\"]", "{\"국\": 1}", "false"})
  @DisplayName("F-49: a dish of another kind is reported, and its neighbour is read")
  void f49_reportsADishOfAnotherKind(String dish) throws IOException {
    MenuReading reading =
        read(
            """
            {"교직원식당(복지관 1층)": {"2026-11-23": {"키친1": {"메뉴": %1$s, "가격": "1"},
              "키친2": {"메뉴": "갈비탕", "가격": %1$s}}}}"""
                .formatted(dish));
    assertThat(reading.meals()).containsExactly(meal("교직원식당(복지관 1층)", "키친2", "갈비탕", "0"));
    assertThat(reading.unreadable())
        .containsExactly("교직원식당(복지관 1층) 2026-11-23 키친1", "교직원식당(복지관 1층) 2026-11-23 키친2");
  }

  @ParameterizedTest
  @CsvSource({"6500, 6500", "6500.0, 6500", "0, 0", "'\"6,500\"', 6500"})
  @DisplayName("F-49: a price may be a number")
  void f49_readsAPriceThatIsANumber(String price, String read) throws IOException {
    assertThat(
            read("{\"교직원식당\": {\"2026-11-23\": {\"키친1\": {\"메뉴\": 7, \"가격\": %s}}}}"
                    .formatted(price))
                .meals())
        .containsExactly(meal("교직원식당(복지관 1층)", "키친1", "7", read));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"점검중\"", "7", "true", "[{\"키친1\": {}}]"})
  @DisplayName("F-49: what is no menu closes nothing, and is reported")
  void f49_whatIsNoMenuClosesNothing(String other) throws IOException {
    MenuReading reading =
        read(
            """
            {"학생식당": %1$s,
             "교직원식당": {"2026-11-23": %1$s, "2026-11-24": {"키친1": %1$s, "키친2": {"메뉴": "국", "가격": ""}},
                        "다음 주": {"키친1": {"메뉴": "밥", "가격": ""}}}}"""
                .formatted(other));
    assertThat(reading.cafeterias()).containsExactly("교직원식당(복지관 1층)");
    assertThat(reading.days()).hasSize(13).doesNotContain(MONDAY);
    assertThat(reading.meals()).extracting(Meal::text).containsExactly("국");
    assertThat(reading.unreadable())
        .containsExactly("학생식당", "교직원식당 2026-11-23", "교직원식당 2026-11-24 키친1", "교직원식당 다음 주");
  }

  private MenuReading read(String answer) throws IOException {
    site.answers(Feeds.COOPERATIVE, send(200, "text/html", answer.isEmpty() ? " " : answer));
    Environment environment =
        new Environment(
            Map.of("CAMPUS_URL", site.base().toString(), "CRAWLER_CONTACT", "desk@example.ac.kr"));
    FeedClient client = new FeedClient(environment, Duration.ofSeconds(5), Clock.systemUTC());
    return new CooperativeFeed(client).read(MONDAY, MONDAY.plusDays(13));
  }

  private static Meal meal(String cafeteria, String corner, String text, String price) {
    return new Meal(MONDAY, cafeteria, corner, text, price);
  }
}
