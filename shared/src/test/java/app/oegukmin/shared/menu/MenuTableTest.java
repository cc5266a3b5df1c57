package app.oegukmin.shared.menu;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.menu.MenuTable.Changes;
import app.oegukmin.testkit.Stack;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class MenuTableTest {

  @RegisterExtension static final Stack STACK = Stack.of("MenuTable");

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final String HANWOOL = "한울식당(법학관 지하1층)";
  private static final String DORMITORY = "생활관식당 정기식(생활관 A동 1층)";
  private static final Set<String> BOTH = Set.of(HANWOOL, DORMITORY);

  private final List<String> calls = new ArrayList<>();
  private MenuTable table;

  @BeforeEach
  void clear() {
    STACK.clear();
    table = new MenuTable(Counted.dynamodb(calls), STACK.table("MenuTable"));
  }

  @Test
  void dM7_keepsTheFeedsOrderInOneQuery() {
    List<Meal> meals = List.of(meal(HANWOOL, "나"), meal(HANWOOL, "가"), meal(DORMITORY, "다"));
    table.store(MONDAY, BOTH, meals);
    calls.clear();
    assertThat(table.day(MONDAY, Language.KO)).isEqualTo(meals);
    assertThat(calls).containsExactly("Query");
  }

  @Test
  void dM2_storingTheSameAgainCostsNoWrite() {
    List<Meal> meals = List.of(meal(HANWOOL, "가"), meal(DORMITORY, "나"));
    assertThat(table.store(MONDAY, BOTH, meals)).isEqualTo(new Changes(2, 0));
    calls.clear();
    assertThat(table.store(MONDAY, BOTH, meals)).isEqualTo(new Changes(0, 0));
    assertThat(calls).containsExactly("Query");
    assertThat(table.day(MONDAY, Language.KO)).isEqualTo(meals);
  }

  @Test
  void dM8_storesWhatChangesDuringTheWeek() {
    Meal before = meal(HANWOOL, "가");
    Meal after = new Meal(MONDAY, HANWOOL, "가", "칼국수", "4500");
    table.store(MONDAY, BOTH, List.of(before, meal(DORMITORY, "나")));
    assertThat(table.store(MONDAY, BOTH, List.of(after, meal(DORMITORY, "나"))))
        .isEqualTo(new Changes(1, 0));
    assertThat(table.day(MONDAY, Language.KO)).containsExactly(after, meal(DORMITORY, "나"));
  }

  @Test
  void dM2_aCornerThatIsListedTwiceIsOne() {
    table.store(MONDAY, BOTH, List.of(meal(HANWOOL, "가"), meal(HANWOOL, "가")));
    assertThat(table.day(MONDAY, Language.KO)).hasSize(1);
  }

  @Test
  void removesWhatTheFeedNoLongerListsOfTheCafeteriasItSpeaksOf() {
    table.store(MONDAY, BOTH, List.of(meal(HANWOOL, "가"), meal(DORMITORY, "나")));
    assertThat(table.store(MONDAY, Set.of(HANWOOL), List.of())).isEqualTo(new Changes(0, 1));
    assertThat(table.day(MONDAY, Language.KO)).containsExactly(meal(DORMITORY, "나"));
  }

  @Test
  void keepsDaysApart() {
    table.store(MONDAY, BOTH, List.of(meal(HANWOOL, "가")));
    assertThat(table.day(MONDAY.plusDays(1), Language.KO)).isEmpty();
  }

  @Test
  void dM6_keepsDishesOfAnyLength() {
    Meal banquet = meal(HANWOOL, "가").with("궁중떡볶이 ".repeat(500).strip());
    table.store(MONDAY, BOTH, List.of(banquet));
    assertThat(table.day(MONDAY, Language.KO)).containsExactly(banquet);
  }

  @Test
  void servesKoreanInEveryLanguageUntilTranslated() {
    Meal meal = meal(HANWOOL, "가");
    table.store(MONDAY, BOTH, List.of(meal));
    assertThat(table.day(MONDAY, Language.ZH)).containsExactly(meal);
    assertThat(table.untranslated(MONDAY, Language.ZH)).containsExactly(meal);
    assertThat(table.translate(meal, Language.ZH, "拉面")).isTrue();
    assertThat(table.day(MONDAY, Language.ZH)).containsExactly(meal.with("拉面"));
    assertThat(table.day(MONDAY, Language.EN_US)).containsExactly(meal);
    assertThat(table.untranslated(MONDAY, Language.ZH)).isEmpty();
    assertThat(table.untranslated(MONDAY, Language.EN_US)).containsExactly(meal);
  }

  @Test
  void aTranslationSurvivesANewPriceAndNoNewDish() {
    Meal meal = meal(HANWOOL, "가");
    table.store(MONDAY, BOTH, List.of(meal));
    table.translate(meal, Language.ZH, "拉面");
    Meal dearer = new Meal(MONDAY, HANWOOL, "가", meal.text(), "9900");
    table.store(MONDAY, BOTH, List.of(dearer));
    assertThat(table.day(MONDAY, Language.ZH)).containsExactly(dearer.with("拉面"));
    Meal other = dearer.with("국밥");
    table.store(MONDAY, BOTH, List.of(other));
    assertThat(table.day(MONDAY, Language.ZH)).containsExactly(other);
    assertThat(table.untranslated(MONDAY, Language.ZH)).containsExactly(other);
  }

  @Test
  void refusesATranslationOfWhatHasChangedOrGone() {
    Meal meal = meal(HANWOOL, "가");
    table.store(MONDAY, BOTH, List.of(meal.with("국밥")));
    assertThat(table.translate(meal, Language.ZH, "拉面")).isFalse();
    table.store(MONDAY, BOTH, List.of());
    assertThat(table.translate(meal.with("국밥"), Language.ZH, "汤饭")).isFalse();
    assertThat(table.day(MONDAY, Language.ZH)).isEmpty();
  }

  @Test
  @DisplayName("F-50: a meal that the table does not take ends nothing")
  void f50_storesWhatStandsBesideAMealThatIsRefused() {
    Meal tooLong = meal(HANWOOL, "가".repeat(400));
    Meal tooMuch = meal(HANWOOL, "나").with("밥".repeat(140_000));
    assertThat(table.store(MONDAY, BOTH, List.of(tooLong, tooMuch, meal(HANWOOL, "다"))))
        .isEqualTo(new Changes(1, 0, List.of(HANWOOL + "#" + "가".repeat(400), HANWOOL + "#나")));
    assertThat(table.day(MONDAY, Language.KO)).containsExactly(meal(HANWOOL, "다"));
  }

  private static Meal meal(String cafeteria, String corner) {
    return new Meal(MONDAY, cafeteria, corner, "라면", "3900");
  }
}
