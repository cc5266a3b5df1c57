package app.oegukmin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/gateway.md names the tests of each row, and no other. */
class GatewayPageTest {

  private static final int NUMBERED_ROWS = 28;
  private static final Pattern TABLE =
      Pattern.compile("(?m)^\\| (§[^|]+) \\|[^|]+\\| ([^|]+) \\|$");
  private static final Pattern TAG = Pattern.compile("(§[12][.0-9]* #?\\w+) \\(");

  @Test
  void listsWhatTheTestsSay() throws IOException {
    Set<String> listed = new TreeSet<>();
    TABLE
        .matcher(Repository.read(Repository.ROOT.resolve("docs/gateway.md")))
        .results()
        .forEach(row -> addRow(listed, row));
    assertThat(listed).isEqualTo(tested());
    for (int number = 1; number <= NUMBERED_ROWS; number++) {
      assertThat(String.join("\n", listed)).contains("§2 #" + number + " ");
    }
  }

  private static void addRow(Set<String> listed, MatchResult row) {
    for (String test : row.group(2).split(", ", -1)) {
      listed.add(row.group(1) + " " + test);
    }
  }

  private static Set<String> tested() throws IOException {
    Set<String> tested = new TreeSet<>();
    try (var files = Files.walk(Repository.ROOT.resolve("local/gateway/src/test/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
        String test = file.getFileName().toString().replace(".java", "");
        TAG.matcher(Repository.read(file))
            .results()
            .forEach(tag -> tested.add(tag.group(1) + " " + test));
      }
    }
    return tested;
  }
}
