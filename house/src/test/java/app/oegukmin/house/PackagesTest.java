package app.oegukmin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever opens a package reads first what it is for. */
class PackagesTest {

  private static final Pattern SENTENCE = Pattern.compile("[.!?](?=\\s)");

  @Test
  void everyPackageSaysInTwoSentencesWhatItIsFor() {
    List<Path> packages = Repository.sources().stream().map(Path::getParent).distinct().toList();

    assertThat(packages).hasSizeGreaterThan(30);
    assertThat(packages).allSatisfy(PackagesTest::isIntroduced);
  }

  private static void isIntroduced(Path folder) {
    Path introduction = folder.resolve("package-info.java");
    assertThat(Files.exists(introduction)).as("%s", introduction).isTrue();
    String comment = Repository.read(introduction).replaceAll("(?s)\\*/.*|/?\\*+", "");
    assertThat(SENTENCE.matcher(comment).results()).as("%s", introduction).hasSizeGreaterThan(1);
  }
}
