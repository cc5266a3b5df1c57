package app.oegukmin.local.campus;

import static app.oegukmin.local.campus.PostBody.escaped;

import app.oegukmin.local.campus.Cafeteria.Dishes;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Plays the page of www.kookmin.ac.kr with this week's menus, Sunday to Saturday, whatever is asked
 * (sites §2B); all other pages are another's.
 */
final class TodayMenuSite implements CampusSite {

  private static final String PATH = "/user/unLvlh/lvlhSpor/todayMenu/index.do";
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu.MM.dd(E)", Locale.KOREAN);

  private final List<Cafeteria> cafeterias;
  private final Clock clock;
  private final CampusSite others;

  TodayMenuSite(List<Cafeteria> cafeterias, Clock clock, CampusSite others) {
    this.cafeterias = cafeterias;
    this.clock = clock;
    this.others = others;
  }

  @Override
  public CampusReply answer(CampusRequest request) {
    if (!request.path().equals(PATH)) {
      return others.answer(request);
    }
    LocalDate sunday =
        LocalDate.ofInstant(clock.instant(), SEOUL)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
    String sections =
        cafeterias.stream().map(each -> section(each, sunday)).collect(Collectors.joining());
    return CampusReply.html(
        """
        <!doctype html><html lang="ko"><head><meta charset="utf-8"><title>오늘의 식단</title></head><body>
        <form id="frm">
        %s" />
        </form></body></html>
        """
            .formatted(sections));
  }

  private static String section(Cafeteria cafeteria, LocalDate sunday) {
    String rows =
        cafeteria.corners().keySet().stream()
            .map(
                corner ->
                    "<tr><td>" + corner + "</td>" + row(cafeteria, corner, sunday) + "</tr>\n")
            .collect(Collectors.joining());
    return """
        <div class="cont_section">
          <p class="cont_subtit">%1$s</p>
          <div class="food_table"><table>
            <caption>국민대학교 %1$s 메뉴 테이블</caption>
            <thead><tr><th scope="col">구분</th>%2$s</tr></thead>
            <tbody>
        %3$s    </tbody>
          </table></div>
        </div>
        """
        .formatted(
            cafeteria.name(),
            week(sunday, day -> "<th scope=\"col\">" + DAY.format(day) + "</th>"),
            rows);
  }

  // The first corner shows Friday's menu under Saturday too, closed or not.
  private static String row(Cafeteria cafeteria, String corner, LocalDate sunday) {
    boolean first = cafeteria.corners().keySet().iterator().next().equals(corner);
    return week(
        sunday,
        day -> {
          Optional<Dishes> dishes =
              cafeteria
                  .menu(corner, day)
                  .or(
                      () ->
                          first && day.getDayOfWeek() == DayOfWeek.SATURDAY
                              ? cafeteria.menu(corner, day.minusDays(1))
                              : Optional.empty());
          return "<td>" + dishes.map(TodayMenuSite::cell).orElse("") + "</td>";
        });
  }

  private static String week(LocalDate sunday, Function<LocalDate, String> cell) {
    return sunday.datesUntil(sunday.plusDays(7)).map(cell).collect(Collectors.joining());
  }

  private static String cell(Dishes dishes) {
    String price = dishes.price().replaceAll("\\D", "");
    String lines =
        dishes.lines().stream().map(TodayMenuSite::line).collect(Collectors.joining("<br>"));
    return "<input type=\"hidden\" name=\"aa\" value=\"{fourName=메뉴}\"/>"
        + lines
        + (price.isEmpty() ? "" : "<br>" + price("￦ " + price));
  }

  private static String line(String line) {
    return line.startsWith("￦") ? price(line) : escaped(line);
  }

  private static String price(String text) {
    return "<span class='orange_txt'>" + text + "</span>";
  }
}
