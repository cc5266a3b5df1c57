package app.oegukmin.local.run;

import app.oegukmin.local.campus.Campus;
import app.oegukmin.local.function.FunctionError;
import app.oegukmin.local.function.Functions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Looks at the app's screen of menus for the dishes that the cafeterias serve. */
final class MenuCheck {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Both feeds together tell at least as many. */
  private static final int DAYS = 7;

  private final AppMenus app;
  private final ObjectNode request;
  private final Functions functions;

  /**
   * A check.
   *
   * @param root the checkout
   * @param functions those of a system
   */
  MenuCheck(Path root, Functions functions) throws IOException {
    this.app = new AppMenus(root);
    this.request =
        (ObjectNode) JSON.readTree(Files.readString(root.resolve("events/menu-daily.json")));
    this.functions = functions;
  }

  /**
   * What the app does not show of the coming days, or shows although nobody serves it: a line for
   * each day, language and dish.
   */
  List<String> faults(Campus campus, LocalDate today) {
    return today
        .datesUntil(today.plusDays(DAYS))
        .flatMap(day -> faults(campus.dishes(day), day).stream())
        .toList();
  }

  private List<String> faults(List<String> dishes, LocalDate day) {
    List<String> faults = new ArrayList<>();
    String korean = shown(day, AppMenus.LANGUAGES.getFirst());
    dishes.stream()
        .filter(dish -> !letters(korean).contains(letters(dish)))
        .forEach(dish -> faults.add(day + " lacks " + dish));
    for (String language : AppMenus.LANGUAGES) {
      String shown = shown(day, language);
      if (shown.lines().count() != korean.lines().count()) {
        faults.add(day + " has other dishes in " + language);
      }
      if (shown.lines().anyMatch("null"::equals)) {
        faults.add(day + " shows null in " + language);
      }
    }
    return faults;
  }

  private String shown(LocalDate day, String language) {
    ObjectNode query = request.putObject("multiValueQueryStringParameters");
    query.putArray("date").add(day.toString());
    query.putArray("language").add(language);
    try {
      byte[] event = JSON.writeValueAsBytes(request);
      JsonNode response = JSON.readTree(functions.invoke("MenuFunction", event));
      return app.shown(JSON.readTree(response.path("body").asText()).path("response"), language);
    } catch (IOException | FunctionError e) {
      throw new IllegalStateException("The menus cannot be read: see the function's log", e);
    }
  }

  // Prices are written in other ways and may stand elsewhere.
  private static String letters(String text) {
    return text.replaceAll("[\\d,]+\\s*원", "").replaceAll("[^\\p{L}]", "");
  }
}
