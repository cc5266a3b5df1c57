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
import org.junit.jupiter.params.provider.ValueSource;

class TodayMenuFeedTest {

  private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);
  private static final LocalDate MONDAY = SUNDAY.plusDays(1);
  private static final String HANWOOL = "한울식당(법학관 지하1층)";

  private FakeSite site;

  @BeforeEach
  void start() throws Exception {
    site = new FakeSite();
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void readsDishesPricesAndNotices() throws IOException {
    MenuReading reading =
        read(
            "<tr><td>2코너<br>NOODLE</td><td></td><td><input type=\"hidden\" name=\"aa\""
                + " value=\"{fourName=메뉴}\"/>[중식]<br>칼국수&amp;손만두<br>"
                + "<span class='orange_txt'>￦ 4300</span></td><td>한글날</td></tr>"
                + "<tr><td>1코너<br>SNACK2</td><td>※ 토/일요일<br>휴점</td><td>찰옥수수<br>"
                + "<span class='orange_txt'>￦ 2000</span><br>애사비음료<br>"
                + "<span class='orange_txt'>￦ 1800</span>ㅂ</td><td>New</td></tr>\" />");
    assertThat(reading.meals())
        .containsExactly(
            new Meal(MONDAY, HANWOOL, "2코너<BR>NOODLE", "[중식]\r\n칼국수&손만두", "4300"),
            new Meal(MONDAY.plusDays(1), HANWOOL, "2코너<BR>NOODLE", "한글날", "0"),
            new Meal(SUNDAY, HANWOOL, "1코너<br>SNACK2", "※ 토/일요일\r\n휴점", "0"),
            new Meal(MONDAY, HANWOOL, "1코너<br>SNACK2", "찰옥수수 ￦2000\r\n애사비음료 ￦1800", "0"),
            new Meal(MONDAY.plusDays(1), HANWOOL, "1코너<br>SNACK2", "New", "0"));
    assertThat(reading.cafeterias()).containsExactly(HANWOOL);
    assertThat(reading.days()).containsExactlyInAnyOrder(SUNDAY, MONDAY, MONDAY.plusDays(1));
  }

  @Test
  void aWeekdaysMenuUnderTheWeekendIsACopy() throws IOException {
    MenuReading reading =
        read(
            "<tr><td>1코너<br>SNACK1</td><td>라면</td><td>라면</td><td>김밥</td></tr>"
                + "<tr><td>3코너<br>CUTLET</td><td>돈까스</td><td>라면</td><td></td></tr>");
    assertThat(reading.meals(SUNDAY)).extracting(Meal::text).containsExactly("돈까스");
  }

  @Test
  @DisplayName("the hidden fields repeat the text, and their quotes are not escaped")
  void hiddenFieldsAreNoDishes() throws IOException {
    MenuReading reading =
        read(
            "<tr><td>1코너<br>SNACK1</td><td><input type=\"hidden\" name=\"aa\" value=\"{fourName=메뉴,"
                + " fourValue=\"왕\"돈까스 & 드레싱2종}\" />\"왕\"돈까스</td><td><input type=\"hidden\""
                + " value=\"{fourName=메뉴, fourValue=}\" /></td><td>라면</td></tr>");
    assertThat(reading.meals()).extracting(Meal::text).containsExactly("\"왕\"돈까스", "라면");
  }

  @Test
  @DisplayName("F-50: a page that opens fields without end is read in time")
  void f50_fieldsWithoutEndTakeNoTime() throws IOException {
    String open = "<input value=\"{fourName=".repeat(1_000) + "{fourName=".repeat(100_000);
    assertThat(
            read("<tr><td>1코너<br>SNACK1</td><td></td><td>라면</td></tr>" + "<!-- " + open + "-->")
                .meals())
        .extracting(Meal::text)
        .containsExactly("라면");
  }

  @ParameterizedTest
  @ValueSource(strings = {"K-Bob<sup>+</sup>", "K-Bob&lt;sup&gt;+&lt;/sup&gt;"})
  void callsAnUnknownCafeteriaAsTheOtherFeedDoes(String title) throws IOException {
    String page =
        "<form id=\"frm\"><div class=\"cont_section\"><p class=\"cont_subtit\">%s</p><table>"
                .formatted(title)
            + "<tr><td>도시락</td></tr></table></div></form>";
    site.answers(Feeds.TODAY, send(200, "text/html", page));
    assertThat(read().cafeterias()).containsExactly("K-Bob<sup>+</sup>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body>점검중</body></html>",
        "<form id=\"login\"></form>",
        "<form id=\"frm\"><div class=\"cont_section\"><table>",
        "<form id=s></form><form id=\"frm\"><div class=\"cont_section\"><table>",
        "<form id=\"frm\"><form></form><div class=\"cont_section\"><table><tr><td>a</table></div>",
        "<form id=\"frm\"><div class=\"cont_section\"><table><tr><td>a</form>",
        "<html><form id=\"frm\"><div class=\"cont_section\"><table></table></div></form><form>"
      })
  void refusesAnotherPageAndHalfAPage(String page) {
    site.answers(Feeds.TODAY, send(200, "text/html", page));
    assertThatThrownBy(this::read)
        .isInstanceOf(FeedException.class)
        .hasMessageContaining(Feeds.TODAY);
  }

  @Test
  @DisplayName("F-33: a page that ends too early is refused, wherever it ends")
  void f33_refusesEveryHalfOfAPage() throws IOException {
    String head = "<!doctype html><html><body><form action=/search></form><!-- </form> -->";
    String page = head + page("<tr><td>1코너<br>SNACK1</td><td>a</td></tr>") + "</body></html>";
    site.answers(Feeds.TODAY, send(200, "text/html", page));
    assertThat(read().meals()).hasSize(1);
    for (int end = 0; end < page.length() - "/html>".length(); end += 7) {
      site.answers(Feeds.TODAY, send(200, "text/html", page.substring(0, end) + " "));
      assertThatThrownBy(this::read).as("%s characters", end).isInstanceOf(FeedException.class);
    }
  }

  private MenuReading read(String rows) throws IOException {
    site.answers(Feeds.TODAY, send(200, "text/html; charset=UTF-8", page(rows)));
    return read();
  }

  private static String page(String rows) {
    return """
    <form id="frm"><div class="cont_section"><p class="cont_subtit">한울식당(법학관 지하1층)</p>
    <div class="food_table"><table><caption>국민대학교 한울식당 메뉴 테이블</caption>
    <thead><tr><th>구분</th><th>2026.11.22(일)</th><th>2026.11.23(월)</th><th>2026.11.24(화)</th></tr></thead>
    <tbody>%s</tbody></table></div></div></form>\
    """
        .formatted(rows);
  }

  private MenuReading read() throws IOException {
    Environment environment =
        new Environment(
            Map.of("CAMPUS_URL", site.base().toString(), "CRAWLER_CONTACT", "desk@example.ac.kr"));
    FeedClient client = new FeedClient(environment, Duration.ofSeconds(5), Clock.systemUTC());
    return new TodayMenuFeed(client).read(MONDAY, MONDAY.plusDays(13));
  }
}
