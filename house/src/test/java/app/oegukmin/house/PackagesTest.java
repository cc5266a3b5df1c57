package app.oegukmin.house;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever opens a package reads first what it is for, and finds no more than a screen of files. */
class PackagesTest {

  private static final long MOST = 36;

  /** The crawler was one package of 54 files; its rooms stay small. */
  private static final long MOST_OF_THE_CRAWLER = 25;

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

  @Test
  void everyPackageCanBeSurveyed() {
    Map<String, Long> files =
        Repository.sources().stream()
            .filter(file -> !file.endsWith("package-info.java"))
            .collect(
                groupingBy(
                    file -> Repository.ROOT.relativize(file).getParent().toString(), counting()));

    assertThat(files)
        .allSatisfy(
            (folder, count) ->
                assertThat(count)
                    .as(folder)
                    .isLessThanOrEqualTo(
                        folder.startsWith("functions/crawler/") ? MOST_OF_THE_CRAWLER : MOST));
  }
}
