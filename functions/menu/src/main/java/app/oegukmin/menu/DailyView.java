package app.oegukmin.menu;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.menu.Meal;
import app.oegukmin.shared.menu.MenuNames;
import app.oegukmin.shared.valkey.Codec;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A day's menus as the app reads them (contract §6.3): an object per cafeteria with its name as the
 * only key, in it the date, in it the corners, all in the feed's order (D-M7).
 */
record DailyView(@JsonValue ArrayNode cafeterias) {

  /** As the array that the app reads; a day without menus is kept too. */
  static final Codec<DailyView> CODEC = Codec.json(DailyView.class, day -> true);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  DailyView {}

  static DailyView none() {
    return new DailyView(Json.MAPPER.createArrayNode());
  }

  /**
   * The meals of one day where the app shows them, under their names in a language; cafeterias of
   * one name become one.
   */
  static DailyView of(List<Meal> meals, MenuNames names, Language language) {
    ObjectNode byName = Json.MAPPER.createObjectNode();
    for (Meal meal : Placement.of(meals, names)) {
      byName
          .withObjectProperty(names.cafeteria(meal.cafeteria(), language))
          .withObjectProperty(meal.date().toString())
          .withObjectProperty(names.corner(meal.cafeteria(), meal.corner(), language))
          .put("메뉴", SafeText.of(meal.text()))
          .put("가격", meal.price());
    }
    ArrayNode cafeterias = Json.MAPPER.createArrayNode();
    byName.properties().forEach(e -> cafeterias.addObject().set(e.getKey(), e.getValue()));
    return new DailyView(cafeterias);
  }
}
