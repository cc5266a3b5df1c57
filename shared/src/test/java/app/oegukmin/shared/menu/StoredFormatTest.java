package app.oegukmin.shared.menu;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.language.Language;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What lies in the table, attribute by attribute: other versions of the code read it too. */
@Tag("process")
class StoredFormatTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final Meal MEAL =
      new Meal(MONDAY, "한울식당(법학관 지하1층)", "2코너<br>NOODLE", "라면\r\n단무지", "3900");
  private static final Map<String, AttributeValue> ITEM =
      Items.item(
          Map.of(
              "date", "2026-11-23",
              "corner", "한울식당(법학관 지하1층)#2코너<br>NOODLE",
              "place", 0,
              "cafeteria", "한울식당(법학관 지하1층)",
              "name", "2코너<br>NOODLE",
              "text", "라면\r\n단무지",
              "price", "3900"));

  @RegisterExtension static final Stack STACK = Stack.of("MenuTable");

  private MenuTable table;

  @BeforeEach
  void clear() {
    STACK.clear();
    table = new MenuTable(STACK.dynamodb(), STACK.table("MenuTable"));
  }

  @Test
  void meals() {
    table.store(MONDAY, Set.of(), List.of(MEAL));

    assertThat(Items.all(STACK, "MenuTable")).containsExactly(ITEM);
  }

  @Test
  void translations() {
    table.store(MONDAY, Set.of(), List.of(MEAL));
    table.translate(MEAL, Language.ZH, "拉面");

    assertThat(Items.all(STACK, "MenuTable")).containsExactly(translated());
  }

  @Test
  void mealsThatLieThereAreRead() {
    STACK.dynamodb().putItem(put -> put.tableName(STACK.table("MenuTable")).item(translated()));

    assertThat(table.day(MONDAY, Language.KO)).containsExactly(MEAL);
    assertThat(table.day(MONDAY, Language.EN_US)).containsExactly(MEAL);
    assertThat(table.day(MONDAY, Language.ZH)).containsExactly(MEAL.with("拉面"));
  }

  @Test
  void theStreamTellsTheMealThatWasWritten() {
    assertThat(MenuTable.MEALS.mapToItem(ITEM)).isEqualTo(MEAL);
    assertThat(MenuTable.MEALS.mapToItem(translated())).isEqualTo(MEAL);
  }

  private static Map<String, AttributeValue> translated() {
    Map<String, AttributeValue> translated = new HashMap<>(ITEM);
    translated.putAll(Items.item(Map.of("source_ZH", "라면\r\n단무지", "translated_ZH", "拉面")));
    return translated;
  }
}
