package app.oegukmin.menucrawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.oegukmin.shared.menu.Meal;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("F-46: cells that span days or corners belong to each of them")
class WeekTableTest {

  private static final String HANWOOL = "한울식당(법학관 지하1층)";
  private static final String HEAD =
      "<thead><tr><th>구분</th><th>2026.11.29(일)</th><th>2026.11.30(월)</th><th>2026.12.01(화)</th>"
          + "<th>2026.12.02(수)</th><th>2026.12.03(목)</th><th>2026.12.04(금)</th><th>2026.12.05(토)</th>"
          + "</tr></thead>";

  @Test
  void f46_keepsTheDaysBehindASpan() {
    MenuReading week =
        week(
            HEAD,
            "<tr><td>1코너<br>SNACK1</td><td></td><td colspan='3'>연휴 휴무</td>"
                + "<td>목 라면<br>￦ 3000</td><td>금 김밥<br>￦ 3500</td><td></td></tr>");
    assertThat(texts(week, 30)).containsExactly("연휴 휴무");
    assertThat(texts(week, 1)).containsExactly("연휴 휴무");
    assertThat(texts(week, 2)).containsExactly("연휴 휴무");
    assertThat(week.meals(day(3)))
        .containsExactly(new Meal(day(3), HANWOOL, "1코너<br>SNACK1", "목 라면", "3000"));
    assertThat(texts(week, 4)).containsExactly("금 김밥");
  }

  @Test
  void f46_aCornerOfTwoRowsHasTheDishesOfBoth() {
    MenuReading week =
        week(
            HEAD,
            "<tr><td rowspan='2'>4코너<br>RICE.Oven</td><td></td><td>월 오므라이스</td><td>화"
                + " 오므라이스</td></tr><tr><td></td><td>월 그라탕</td><td>화"
                + " 그라탕</td></tr><tr><td>2코너<BR>NOODLE</td><td></td><td>국수</td></tr>");
    assertThat(week.meals(day(30), HANWOOL))
        .extracting(Meal::corner, Meal::text)
        .containsExactly(
            tuple("4코너<br>RICE.Oven", "월 오므라이스\r\n월 그라탕"), tuple("2코너<BR>NOODLE", "국수"));
    assertThat(week.meals(day(1), HANWOOL))
        .extracting(Meal::text)
        .containsExactly("화 오므라이스\r\n화 그라탕");
  }

  @Test
  void f46_aCellOfTwoRowsAndDaysBelongsToAllFour() {
    MenuReading week =
        week(
            HEAD,
            "<tr><td>1코너<br>SNACK1</td><td></td><td rowspan=2 colspan=2>공사</td><td>수</td></tr>"
                + "<tr><td>1코너<br>SNACK2</td><td></td><td>수2</td></tr>");
    assertThat(texts(week, 30)).containsExactly("공사", "공사");
    assertThat(texts(week, 1)).containsExactly("공사", "공사");
    assertThat(texts(week, 2)).containsExactly("수", "수2");
  }

  @Test
  void f46_aSpanOverTheWeekendIsNoCopy() {
    MenuReading week = week(HEAD, "<tr><td>1코너<br>SNACK1</td><td colspan='7'>방학 중 휴무</td></tr>");
    assertThat(texts(week, 29)).containsExactly("방학 중 휴무");
    assertThat(texts(week, 5)).containsExactly("방학 중 휴무");
  }

  @Test
  void f46_aDayOfTwoColumnsHasBoth() {
    MenuReading week =
        week(
            "<thead><tr><th rowspan=2>구분</th><th"
                + " colspan=2>2026.11.30(월)</th><th>2026.12.01</th></tr>"
                + "<tr><th>중식</th><th>석식</th><th>중식</th></tr></thead>",
            "<tr><td>1코너<br>SNACK1</td><td>라면</td><td>김밥</td><td>국수</td></tr>");
    assertThat(texts(week, 30)).containsExactly("라면", "김밥");
    assertThat(week.meals(day(30), HANWOOL)).extracting(Meal::text).containsExactly("라면\r\n김밥");
    assertThat(texts(week, 1)).containsExactly("국수");
  }

  @Test
  void f46_aNameOfTwoColumnsIsOneAndANoticeAcrossAllIsNoDish() {
    MenuReading week =
        week(
            "<tr><th colspan=2>구분</th><th>2026-11-30</th><th>２０２６년 12월 1일</th></tr>",
            "<tr><td rowspan=2>가마</td><td>중식</td><td>찜닭</td><td>찌개</td></tr>"
                + "<tr><td>석식</td><td>전골</td><td></td></tr>"
                + "<tr><td colspan=4>※ 원산지: 국내산</td></tr>");
    assertThat(week.meals())
        .extracting(Meal::corner, Meal::text)
        .containsExactly(tuple("가마<br>중식", "찜닭"), tuple("가마<br>중식", "찌개"), tuple("가마<br>석식", "전골"));
  }

  @Test
  void f46_aTableMayHaveATitleAboveItsDays() {
    MenuReading week =
        week(
            "<tr><th colspan=3>주간 메뉴</th></tr><tr><th>구분</th><th>2026.11.30</th></tr>",
            "<tr><td>1코너<br>SNACK1</td><td>라면</td></tr>");
    assertThat(texts(week, 30)).containsExactly("라면");
  }

  @Test
  void f46_oddSpansDoNoHarm() {
    MenuReading week =
        week(
            HEAD,
            "<tr><td rowspan=0>1코너<br>SNACK1</td><td colspan=0></td><td colspan=-2>월</td>"
                + "<td colspan='3x'>화</td><td rowspan=99999>수</td></tr>"
                + "<tr><td></td><td>월2</td><td colspan=9999>화2</td></tr>");
    assertThat(texts(week, 30)).containsExactly("월", "월2");
    assertThat(texts(week, 1)).containsExactly("화", "화2");
    assertThat(texts(week, 2)).containsExactly("수", "화2");
  }

  @Test
  @DisplayName("F-46: a break that only a browser sees separates dishes in a cell, too")
  void f46_readsTheLinesOfACell() {
    MenuReading week =
        week(
            HEAD,
            "<tr><td><p>1코너</p><p>SNACK1</p></td><td></td><td><p>라면</p><p>김밥&nbsp;</p></td>"
                + "<td><ul><li>국수<li>만두</ul>찐빵</td><td><table><tr><td>떡볶이</td><td>3,000원</td></tr>"
                + "<tr><td>순대</td><td>4,000원</td></tr></table></td></tr>");
    assertThat(week.meals())
        .extracting(Meal::corner, Meal::text)
        .containsExactly(
            tuple("1코너<br>SNACK1", "라면\r\n김밥"),
            tuple("1코너<br>SNACK1", "국수\r\n만두\r\n찐빵"),
            tuple("1코너<br>SNACK1", "떡볶이 ￦3000\r\n순대 ￦4000"));
  }

  @Test
  @DisplayName("F-33: a table without days covers none, so nothing of it is removed")
  void f33_aTableWithoutDaysCoversNone() {
    MenuReading week =
        week("<thead><tr><th>구분</th><th>월</th></tr></thead>", "<tr><td>1코너</td><td>라면</td></tr>");
    assertThat(week.days()).isEmpty();
    assertThat(week.unreadable()).containsExactly(HANWOOL);
  }

  private static MenuReading week(String head, String rows) {
    MenuDraft draft = new MenuDraft();
    String table = "<table>" + head + "<tbody>" + rows + "</tbody></table>";
    new WeekTable(HANWOOL, Jsoup.parse(table).selectFirst("table")).addTo(draft);
    return draft.reading();
  }

  private static List<String> texts(MenuReading week, int day) {
    return week.meals(day(day)).stream().map(Meal::text).toList();
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2026, day > 20 ? 11 : 12, day);
  }
}
