package app.oegukmin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What template.yaml says of every table's end and of its past. */
class TablesTest {

  /** A resource with the comments above it. */
  private static final Pattern TABLE =
      Pattern.compile(
          "(?:^  # .*\\n)*^  (\\w+):\\n    Type: AWS::DynamoDB::Table\\n(?:^    .*\\n)*",
          Pattern.MULTILINE);

  private static final int FEWEST = 15;

  private static List<MatchResult> tables() throws IOException {
    Path template = Path.of(System.getProperty("project.root"), "template.yaml");
    return TABLE.matcher(Files.readString(template)).results().toList();
  }

  static Stream<String> everyTable() throws IOException {
    List<MatchResult> tables = tables();
    assertThat(tables).hasSizeGreaterThanOrEqualTo(FEWEST);
    return tables.stream().map(MatchResult::group);
  }

  @ParameterizedTest
  @MethodSource("everyTable")
  @DisplayName("F-13: a table is kept, unless the stack that makes it fails at once")
  void f13_isKeptWhenItsStackIsDeletedOrItIsReplaced(String table) {
    assertThat(table)
        .contains(
            "    DeletionPolicy: RetainExceptOnCreate\n", "    UpdateReplacePolicy: Retain\n");
  }

  @ParameterizedTest
  @MethodSource("everyTable")
  void canBeRestoredToAnySecondOrSaysWhyNot(String table) {
    assertThat(table)
        .containsPattern("PointInTimeRecoveryEnabled: true|# Without point-in-time recovery: ");
  }
}
