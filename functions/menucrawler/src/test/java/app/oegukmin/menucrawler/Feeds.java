package app.oegukmin.menucrawler;

import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The two feeds as they are in the last week of November 2026. */
final class Feeds {

  static final String TODAY = "https://www.kookmin.ac.kr/user/unLvlh/lvlhSpor/todayMenu/index.do";
  static final String COOPERATIVE =
      "https://kmucoop.kookmin.ac.kr/menu/menujson.php"
          + "?sdate=2026-11-23&edate=2026-12-06&today=2026-11-23";

  private Feeds() {}

  /** One corner of one cafeteria. */
  static final class Week {

    private final Map<LocalDate, String> dishes = new TreeMap<>();

    Week day(LocalDate date, String dish) {
      dishes.put(date, dish);
      return this;
    }

    String json() {
      ObjectNode feed = Json.MAPPER.createObjectNode();
      ObjectNode days = feed.putObject("학생식당(복지관 1층)");
      dishes.forEach(
          (date, dish) ->
              days.putObject(date.toString())
                  .putObject("누들송<br>중식")
                  .put("메뉴", dish + "\r\n")
                  .put("가격", "3500"));
      return "jQuery1124_17(" + feed + ")";
    }

    String html(LocalDate sunday) {
      return """
          <form id="frm"><div class="cont_section"><p class="cont_subtit">학생식당(복지관 1층)</p>
          <div class="food_table"><table><thead><tr><th>구분</th>%s</tr></thead>
          <tbody><tr><td>누들송<br>(카페테리아)<br>중식</td>%s</tr></tbody></table></div></div></form>"""
          .formatted(
              cells(sunday, DateTimeFormatter.ofPattern("'<th>'uuuu.MM.dd'(월)</th>'")::format),
              cells(sunday, this::cell));
    }

    private String cell(LocalDate date) {
      String dish = dishes.get(date);
      return dish == null
          ? "<td></td>"
          : "<td>" + dish + "<br><span class='orange_txt'>￦ 3500</span></td>";
    }

    private static String cells(LocalDate sunday, Function<LocalDate, String> cell) {
      return sunday.datesUntil(sunday.plusDays(7)).map(cell).collect(Collectors.joining());
    }
  }
}
