package app.oegukmin.local.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The app's screen of menus: it shows what stands under the names of contract §8.4, no more. */
final class AppMenus {

  /** The languages of the table's columns, in order. */
  static final List<String> LANGUAGES = List.of("KO", "EN-US", "ZH");

  private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");
  private static final int CAFETERIAS = 7;

  private final Map<String, Set<List<String>>> names =
      Map.of("KO", new HashSet<>(), "EN-US", new HashSet<>(), "ZH", new HashSet<>());

  AppMenus(Path project) throws IOException {
    String contract = Files.readString(project.resolve("docs/contract.md"));
    List<List<String>> rows =
        contract
            .substring(contract.indexOf("### 8.4 "), contract.indexOf("### 8.5 "))
            .lines()
            .filter(line -> line.matches("\\| \\d \\|.*"))
            .map(line -> Arrays.asList(line.substring(2, line.length() - 2).split(" \\| ", -1)))
            .toList();
    List<List<String>> cafeterias = rows.subList(0, CAFETERIAS);
    for (List<String> row : rows.subList(CAFETERIAS, rows.size())) {
      List<String> cafeteria = cafeterias.get(Integer.parseInt(row.getFirst()));
      for (int column = 0; column < LANGUAGES.size(); column++) {
        add(LANGUAGES.get(column), cafeteria.get(column + 1), row.get(column + 1));
      }
    }
  }

  // The regular meals of the dormitory stand in the Chinese row of the others.
  private void add(String language, String cafeteria, String cell) {
    List<String> quoted = QUOTED.matcher(cell).results().map(found -> found.group(1)).toList();
    if (cell.contains("`…`")) {
      String stem = quoted.getFirst().replace("1", "");
      quoted = IntStream.rangeClosed(1, 4).mapToObj(number -> stem + number).toList();
    }
    quoted.forEach(corner -> names.get(language).add(List.of(cafeteria, corner)));
  }

  /** The dishes and prices of a day's response that the app shows, in one text. */
  String shown(JsonNode response, String language) {
    StringBuilder shown = new StringBuilder();
    for (JsonNode object : response) {
      for (Map.Entry<String, JsonNode> cafeteria : object.properties()) {
        for (JsonNode corners : cafeteria.getValue()) {
          for (Map.Entry<String, JsonNode> corner : corners.properties()) {
            if (names.get(language).contains(List.of(cafeteria.getKey(), corner.getKey()))) {
              String price = corner.getValue().path("가격").textValue();
              shown.append(corner.getValue().path("메뉴").textValue()).append('\n');
              shown.append(price.equals("0") ? "" : price).append('\n');
            }
          }
        }
      }
    }
    return shown.toString();
  }
}
