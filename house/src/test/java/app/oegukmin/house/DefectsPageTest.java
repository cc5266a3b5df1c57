package app.oegukmin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/defects.md has a row for each defect, and the tests that it names bear its number. */
class DefectsPageTest {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ((?:D-[A-Z]|F-)\\d+) \\| [^|]+ \\| ([^|]+) \\|$");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w-])(?:D-[A-Z]|F-)\\d+\\b");
  // The name of a method begins with its numbers: d, a letter and digits, or f and digits.
  private static final Pattern METHOD = Pattern.compile("\\b(?:d[A-Z]\\d+_|f\\d+_)+");
  private static final Pattern PREFIX = Pattern.compile("(d[A-Z]|f)(\\d+)_");
  private static final Pattern TEST = Pattern.compile("\\w+Test\\b");

  private static final Map<String, String> rows = new TreeMap<>();

  /** Number → the tests that bear it. */
  private static final Map<String, Set<String>> tests = new TreeMap<>();

  /** Number → a file that mentions it. */
  private static final Map<String, Path> mentioned = new TreeMap<>();

  @BeforeAll
  static void read() {
    ROW.matcher(Repository.read(Repository.ROOT.resolve("docs/defects.md")))
        .results()
        .forEach(row -> rows.put(row.group(1), row.group(2)));
    for (Path file : Repository.texts()) {
      String text = Repository.read(file);
      Set<String> numbers = matches(NUMBER, text);
      numbers.forEach(number -> mentioned.put(number, Repository.ROOT.relativize(file)));
      String name = file.getFileName().toString();
      if (name.endsWith("Test.java")) {
        numbers.addAll(namesOfMethods(text));
        numbers.forEach(
            number ->
                tests
                    .computeIfAbsent(number, key -> new TreeSet<>())
                    .add(name.substring(0, name.length() - ".java".length())));
      }
    }
  }

  @Test
  void everyNumberHasARow() {
    Map<String, Path> unknown = new TreeMap<>(mentioned);
    unknown.keySet().removeAll(rows.keySet());
    assertThat(unknown).as("numbers without a row in docs/defects.md").isEmpty();
    assertThat(rows.keySet()).containsAll(tests.keySet());
  }

  @Test
  void aRowNamesTestsThatBearItsNumber() {
    rows.forEach(
        (number, held) ->
            assertThat(tests.getOrDefault(number, Set.of()))
                .as(number)
                .containsAll(matches(TEST, held)));
  }

  @Test
  void aRowWithoutATestSaysWhy() {
    rows.forEach(
        (number, held) -> {
          if (matches(TEST, held).isEmpty()) {
            assertThat(held).as(number).matches("open: [a-z, ]+|no counterpart");
            assertThat(tests.getOrDefault(number, Set.of()))
                .as("tests that bear %s and are not in its row", number)
                .isEmpty();
          }
        });
  }

  private static Set<String> namesOfMethods(String text) {
    return METHOD
        .matcher(text)
        .results()
        .flatMap(name -> PREFIX.matcher(name.group()).results())
        .map(DefectsPageTest::number)
        .collect(Collectors.toSet());
  }

  private static String number(MatchResult prefix) {
    String letter = prefix.group(1);
    return letter.equals("f") ? "F-" + prefix.group(2) : "D-" + letter.charAt(1) + prefix.group(2);
  }

  private static Set<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}
