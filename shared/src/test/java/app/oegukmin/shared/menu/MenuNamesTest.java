package app.oegukmin.shared.menu;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("D-M3: names come from a fixed dictionary")
class MenuNamesTest {

  private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");

  private final MenuNames names = new MenuNames();

  @Test
  void dM3_everyCafeteriaIsCalledAsInTheContract() throws IOException {
    List<List<String>> cafeterias = cafeterias();
    assertThat(cafeterias).hasSize(7);
    for (List<String> row : cafeterias) {
      for (Language language : Language.values()) {
        assertThat(names.cafeteria(row.getFirst(), language)).isEqualTo(row.get(column(language)));
      }
    }
  }

  @Test
  void dM3_everyCornerIsCalledAsInTheContract() throws IOException {
    List<List<String>> cafeterias = cafeterias();
    int corners = 0;
    for (List<String> row : rows(10, 100)) {
      String cafeteria = cafeterias.get(Integer.parseInt(row.getFirst())).getFirst();
      List<String> korean = quoted(row.get(1));
      for (int i = 0; i < korean.size(); i++, corners++) {
        for (Language language : Language.values()) {
          assertThat(names.corner(cafeteria, korean.get(i), language))
              .isEqualTo(quoted(row.get(1 + column(language))).get(i));
        }
      }
    }
    assertThat(corners).isEqualTo(28);
  }

  @Test
  void theDormitorysDinnerIsDinnerInChineseToo() {
    String regular = "생활관식당 정기식(생활관 A동 1층)";
    assertThat(names.corner(regular, "석식", Language.ZH)).isEqualTo("晚餐");
    assertThat(names.cafeteria(regular, Language.ZH))
        .isEqualTo(names.cafeteria("생활관식당 일반식(생활관 A동 1층)", Language.ZH));
  }

  @ParameterizedTest
  @CsvSource({
    "한울식당(법학관 지하1층), 2코너<br>NOODLE, 2코너<BR>NOODLE",
    "한울식당, 2코너<br/>Noodle, 2코너<BR>NOODLE",
    "학생식당(복지관 1층), 누들송<br>(카페테리아)<br>중식, 누들송<br>중식",
    "학생식당 (복지관 1층), 천원의아침밥, 천원의 아침밥",
    "학생식당(복지관 1층), 석식Ⅱ, 석식Ⅱ",
  })
  void knowsOtherSpellingsOfACorner(String cafeteria, String spelled, String name) {
    assertThat(names.corner(cafeteria, spelled, Language.KO)).isEqualTo(name);
  }

  @Test
  void knowsACafeteriaWithoutItsPlace() {
    assertThat(names.cafeteria("한울식당", Language.KO)).isEqualTo("한울식당(법학관 지하1층)");
    assertThat(names.cafeteria("청향 양식당", Language.ZH)).isEqualTo("呈祥中厅（法律大厦 5 楼）");
  }

  @Test
  void leavesUnknownNamesAsTheyAre() {
    assertThat(names.cafeteria("K-Bob<sup>+</sup>", Language.EN_US)).isEqualTo("K-Bob<sup>+</sup>");
    assertThat(names.corner("학생식당(복지관 1층)", "차이웨이<br>상시", Language.ZH)).isEqualTo("차이웨이<br>상시");
    assertThat(names.corner("교직원식당(복지관 1층)", "착한아침", Language.ZH)).isEqualTo("착한아침");
  }

  @ParameterizedTest
  @CsvSource({
    "청향 양식당(법학관 5층), PASTA, 파스타",
    "청향 양식당(법학관 5층), RISOTTO, 리조또",
    "청향 양식당(법학관 5층), Steak, STEAK",
    "한울식당(법학관 지하1층), SNACK1, 1코너<br>SNACK1",
    "한울식당(법학관 지하1층), 4코너 RICE Oven, 4코너<br>RICE.Oven",
    "학생식당(복지관 1층), 석식II, 석식Ⅱ",
    "학생식당(복지관 1층), 석식 1, 석식Ⅰ",
    "학생식당（복지관 1층）, 착한\u00A0아침\u200B, 착한아침",
    "교직원식당, 오늘의<BR/>샐러드, 오늘의<br>샐러드",
  })
  @DisplayName("F-31: known spellings of a corner lead to its name")
  void f31_knowsTheSpellingsThatFeedsHaveUsed(String cafeteria, String spelled, String name) {
    assertThat(names.knows(cafeteria, spelled)).isTrue();
    assertThat(names.corner(cafeteria, spelled, Language.KO)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "청향(양식당), 청향 양식당(법학관 5층)",
    "생활관식당(정기식), 생활관식당 정기식(생활관 A동 1층)",
    "학생식당 ( 복지관 1층 ), 학생식당(복지관 1층)",
  })
  void f31_knowsTheSpellingsOfACafeteria(String spelled, String name) {
    assertThat(names.knows(spelled)).isTrue();
    assertThat(names.cafeteria(spelled, Language.KO)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "학생식당(복지관 1층), 차이웨이<br>상시",
    "학생식당(복지관 1층), 석식Ⅲ",
    "한울식당(법학관 지하1층), 6코너<br>NOODLE",
    "생활관식당, 중식",
    "K-Bob<sup>+</sup>, 간편도시락",
    "'', ''",
  })
  void f31_knowsNoOthers(String cafeteria, String corner) {
    assertThat(names.knows(cafeteria, corner)).isFalse();
  }

  @Test
  @DisplayName("F-31: no two corners have one name in a language, so none hides another")
  void f31_noCornerHidesAnother() throws IOException {
    for (Language language : Language.values()) {
      List<String> places = new ArrayList<>();
      for (List<String> row : cafeterias()) {
        String cafeteria = row.getFirst();
        names
            .corners(cafeteria)
            .forEach(
                corner ->
                    places.add(
                        names.cafeteria(cafeteria, language)
                            + names.corner(cafeteria, corner, language)));
      }
      assertThat(places).hasSize(28).doesNotHaveDuplicates();
    }
  }

  private static int column(Language language) {
    return switch (language) {
      case KO -> 0;
      case EN_US -> 1;
      case ZH -> 2;
    };
  }

  private static List<List<String>> cafeterias() throws IOException {
    List<List<String>> cafeterias = new ArrayList<>();
    for (List<String> row : rows(0, 7)) {
      String chinese = row.get(3);
      cafeterias.add(
          List.of(
              row.get(1),
              row.get(2),
              chinese.startsWith("*(same ZH name as 5") ? cafeterias.get(5).get(2) : chinese));
    }
    return cafeterias;
  }

  // The first seven rows are cafeterias.
  private static List<List<String>> rows(int from, int to) throws IOException {
    String contract =
        Files.readString(Path.of(System.getProperty("project.root"), "docs/contract.md"));
    return contract
        .substring(contract.indexOf("### 8.4 "), contract.indexOf("### 8.5 "))
        .lines()
        .filter(line -> line.matches("\\| \\d \\|.*"))
        .skip(from == 0 ? 0 : 7)
        .limit(to)
        .map(line -> Arrays.asList(line.substring(2, line.length() - 2).split(" \\| ", -1)))
        .toList();
  }

  // "`Menu1`…`Menu4`" stands for four names, "–" for the one that is named a row above.
  private static List<String> quoted(String cell) {
    List<String> quoted = QUOTED.matcher(cell).results().map(found -> found.group(1)).toList();
    if (cell.contains("`…`")) {
      String stem = quoted.getFirst().replace("1", "");
      return IntStream.rangeClosed(1, 4).mapToObj(number -> stem + number).toList();
    }
    return cell.equals("–") ? List.of("晚餐") : quoted;
  }
}
