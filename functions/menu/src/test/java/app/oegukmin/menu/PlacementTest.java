package app.oegukmin.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.menu.Meal;
import app.oegukmin.shared.menu.MenuNames;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("F-31: whatever a feed calls its corners, the app shows every dish")
class PlacementTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final String STUDENTS = "학생식당(복지관 1층)";
  private static final String WESTERN = "청향 양식당(법학관 5층)";
  private static final String GENERAL = "생활관식당 일반식(생활관 A동 1층)";
  private static final String KBOB = "K-Bob<sup>+</sup>";

  private final MenuNames names = new MenuNames();

  @Test
  void f31_leavesMealsOfKnownCornersInPlaceAndOrder() {
    List<Meal> meals =
        List.of(meal(WESTERN, "STEAK", "스테이크", "37000"), meal(WESTERN, "파스타", "까르보나라", "0"));
    assertThat(Placement.of(meals, names)).isEqualTo(meals);
  }

  @Test
  void f31_knowsTheSpellingsOf2026() {
    assertThat(
            Placement.of(
                List.of(meal(WESTERN, "PASTA", "까르보나라", "0"), meal(WESTERN, "RISOTTO", "리조또", "0")),
                names))
        .extracting(Meal::corner, Meal::text)
        .containsExactly(tuple("파스타", "까르보나라"), tuple("리조또", "리조또"));
  }

  @Test
  void f31_showsAnUnknownCornerUnderAFreeOneOfItsCafeteriaWithItsNameFirst() {
    assertThat(
            Placement.of(
                List.of(
                    meal(STUDENTS, "차이웨이<br>상시", "탕수육 ￦4000\r\n짬뽕 ￦5500", "0"),
                    meal(STUDENTS, "착한아침", "북어국", "3500"),
                    meal(STUDENTS, "석식Ⅲ", "묵은지밥", "7000")),
                names))
        .containsExactly(
            meal(STUDENTS, "착한아침", "북어국", "3500"),
            meal(STUDENTS, "천원의 아침밥", "[차이웨이 상시]\r\n탕수육 ￦4000\r\n짬뽕 ￦5500", "0"),
            meal(STUDENTS, "가마<br>중식", "[석식Ⅲ]\r\n묵은지밥", "7000"));
  }

  @Test
  void f31_showsAnUnknownCafeteriaAmongTheStudentsAfterTheirOwn() {
    assertThat(
            Placement.of(
                List.of(meal(KBOB, "김밥", "참치김밥", "3500"), meal(STUDENTS, "차이웨이", "짬뽕", "5500")),
                names))
        .containsExactly(
            meal(STUDENTS, "착한아침", "[차이웨이]\r\n짬뽕", "5500"),
            meal(STUDENTS, "천원의 아침밥", "[K-Bob+ 김밥]\r\n참치김밥", "3500"));
  }

  @Test
  void f31_joinsTheLastCornerWhenNoneIsFree() {
    List<Meal> meals = new ArrayList<>();
    names.corners(STUDENTS).forEach(corner -> meals.add(meal(STUDENTS, corner, "밥\r\n국", "4800")));
    meals.add(meal(KBOB, "김밥", "참치김밥", "3500"));
    meals.add(meal(KBOB, "분식", "떡볶이 ￦3000\r\n순대 ￦4000", "0"));
    assertThat(Placement.of(meals, names))
        .hasSize(9)
        .endsWith(
            meal(
                STUDENTS,
                "석식Ⅱ",
                "밥\r\n국 ￦4800\r\n[K-Bob+ 김밥]\r\n참치김밥 ￦3500\r\n[K-Bob+ 분식]\r\n떡볶이 ￦3000\r\n순대 ￦4000",
                "0"));
  }

  @Test
  void f31_joinsInACafeteriaOfOneCorner() {
    assertThat(
            Placement.of(
                List.of(meal(GENERAL, "석식", "카레", "7700"), meal(GENERAL, "중식", "제육", "7700")),
                names))
        .containsExactly(meal(GENERAL, "중식", "제육\r\n[석식]\r\n카레", "7700"));
  }

  @Test
  void f31_keepsBothWhenOneCornerIsSpelledInTwoWays() {
    assertThat(
            Placement.of(
                List.of(meal(WESTERN, "파스타", "까르보나라", "0"), meal(WESTERN, "PASTA", "로제", "0")),
                names))
        .containsExactly(meal(WESTERN, "파스타", "까르보나라\r\n로제", "0"));
  }

  @Test
  void f31_putsEverythingInTheSamePlaceInAllLanguages() {
    List<Meal> meals =
        List.of(meal(STUDENTS, "차이웨이", "짬뽕", "5500"), meal(KBOB, "김밥", "참치김밥", "3500"));
    for (Language language : Language.values()) {
      DailyView day = DailyView.of(meals, names, language);
      String students = names.cafeteria(STUDENTS, language);
      assertThat(day.cafeterias()).hasSize(1);
      for (String corner : List.of("착한아침", "천원의 아침밥")) {
        assertThat(
                day.cafeterias()
                    .path(0)
                    .path(students)
                    .path("2026-11-23")
                    .has(names.corner(STUDENTS, corner, language)))
            .isTrue();
      }
    }
  }

  @Test
  void f31_aNamelessCornerNeedsNoName() {
    assertThat(Placement.of(List.of(meal(STUDENTS, "<br>", "밥", "0")), names))
        .containsExactly(meal(STUDENTS, "착한아침", "밥", "0"));
  }

  private static Meal meal(String cafeteria, String corner, String text, String price) {
    return new Meal(MONDAY, cafeteria, corner, text, price);
  }
}
