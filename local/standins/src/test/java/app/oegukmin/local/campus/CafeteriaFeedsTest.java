package app.oegukmin.local.campus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CafeteriaFeedsTest {

  // Half past midnight of Monday the 23rd in Seoul.
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T15:30:00Z"), ZoneOffset.UTC);
  private static final String COOPERATIVE = "/kmucoop.kookmin.ac.kr/menu/menujson.php?";
  private static final String DORMITORY = "생활관식당 일반식(생활관 A동 1층)";
  private static final String STUDENTS = "학생식당(복지관 1층)";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Campus campus;

  @BeforeAll
  static void start() throws Exception {
    campus = Campus.start(CLOCK);
  }

  @AfterAll
  static void stop() {
    campus.close();
    CLIENT.close();
  }

  @Test
  void theCooperativeEscapesWhatIsNotAscii() throws Exception {
    String menus = get(COOPERATIVE + "sdate=2026-11-23&edate=2026-11-23&callback=cb");
    assertThat(menus).startsWith("cb({").endsWith("})").matches("\\p{ASCII}+");
  }

  @Test
  void theCooperativeAnswersARangeAndShowsClosedDaysAsLists() throws Exception {
    JsonNode menus = menus("sdate=2026-11-27&edate=2026-11-28");
    assertThat(menus).hasSize(8);
    assertThat(menus.path(STUDENTS).path("2026-11-27").isObject()).isTrue();
    assertThat(menus.path(STUDENTS).path("2026-11-28").isArray()).isTrue();
    assertThat(menus.path(DORMITORY).path("2026-11-28").path("중식").path("가격").asText())
        .isEqualTo("7700");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sdate=today&edate=today", "sdate=2026-11-23"})
  void theCooperativeKnowsNoOtherQuestion(String question) throws Exception {
    assertThat(get(COOPERATIVE + question)).isEqualTo("[]");
  }

  @Test
  void theOtherPageShowsTheSameMenusFromSundayOn() throws Exception {
    Document page = Jsoup.parse(get("/www.kookmin.ac.kr/user/unLvlh/lvlhSpor/todayMenu/index.do"));
    Element section = page.selectFirst("div.cont_section:has(caption:contains(학생식당))");
    assertThat(section.select("thead th").eachText())
        .startsWith("구분", "2026.11.22(일)", "2026.11.23(월)")
        .hasSize(8);
    Element corner = section.selectFirst("tr:has(td:contains(천원의 아침밥))");
    String dish =
        menus("sdate=2026-11-23&edate=2026-11-23")
            .at("/학생식당(복지관 1층)/2026-11-23/천원의 아침밥/메뉴")
            .asText();
    assertThat(corner.child(2).text()).startsWith(dish.lines().findFirst().orElseThrow());
    assertThat(corner.child(2).select("span.orange_txt").text()).isEqualTo("￦ 1000");
    assertThat(corner.child(1).text()).isEmpty();
  }

  @Test
  void everyDishIsInThePhraseBook() {
    PhraseBook phrases = PhraseBook.load();
    LocalDate monday = LocalDate.of(2026, 11, 23);
    for (Cafeteria cafeteria : Cafeterias.load()) {
      for (String corner : cafeteria.corners().keySet()) {
        List<LocalDate> days = monday.datesUntil(monday.plusDays(14)).toList();
        for (LocalDate day : days) {
          cafeteria.menu(corner, day).stream()
              .flatMap(dishes -> dishes.lines().stream())
              .map(line -> line.replaceAll("\\s*(￦?[\\d,]{4,}원?)$", ""))
              // The translator's own glossary knows these.
              .filter(line -> !line.matches("|\\[(중식|석식|중석식)]"))
              .forEach(
                  line -> {
                    assertThat(phrases.find(line, PhraseBook.ENGLISH)).as(line).isPresent();
                    assertThat(phrases.find(line, PhraseBook.CHINESE)).as(line).isPresent();
                  });
        }
      }
    }
  }

  private static JsonNode menus(String question) throws Exception {
    return new ObjectMapper().readTree(get(COOPERATIVE + question));
  }

  private static String get(String path) throws Exception {
    URI url = URI.create(campus.base() + path);
    return CLIENT.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString()).body();
  }
}
