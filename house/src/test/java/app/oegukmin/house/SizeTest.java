package app.oegukmin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is read at a sitting and at a glance: 95 of 100 files and methods keep to it. */
class SizeTest {

  // google-java-format puts a member at two spaces and closes it there.
  private static final Pattern METHOD =
      Pattern.compile("(?ms)^  (?:\\S[^;={}]*\\([^;{}]*\\)[^;={}]*)\\{\\n(.*?)^  }$");

  @Test
  void filesAreShort() {
    List<Integer> lines = new ArrayList<>();
    for (Path file : Repository.sources()) {
      int length = (int) Repository.read(file).lines().count();
      assertThat(length).as("%s", file).isLessThanOrEqualTo(300);
      lines.add(length);
    }
    assertThat(lines).hasSizeGreaterThan(50);
    assertThat(percentile(lines)).isLessThanOrEqualTo(200);
  }

  @Test
  void methodsAreShort() {
    List<Integer> lines = new ArrayList<>();
    for (Path file : Repository.sources()) {
      METHOD
          .matcher(Repository.read(file))
          .results()
          .forEach(method -> lines.add((int) method.group(1).lines().count()));
    }
    assertThat(lines).hasSizeGreaterThan(200);
    assertThat(percentile(lines)).isLessThanOrEqualTo(25);
  }

  private static int percentile(List<Integer> values) {
    return values.stream().sorted().skip(values.size() * 95L / 100).findFirst().orElseThrow();
  }
}
