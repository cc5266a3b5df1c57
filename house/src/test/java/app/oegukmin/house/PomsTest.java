package app.oegukmin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A change of a pom shows in a review as a change of one line. */
class PomsTest {

  @Test
  void aLineHoldsOneElement() {
    List<Path> poms = Repository.poms();

    assertThat(poms).hasSizeGreaterThan(15);
    for (Path pom : poms) {
      assertThat(Repository.read(pom).lines())
          .as("%s", pom)
          .noneMatch(line -> line.matches(".*<\\w[^>]*>.*<\\w.*"));
    }
  }

  /** Maven builds two modules at once: what a test loads must be named where Maven orders by it. */
  @Test
  void localRunWaitsForEachFunctionThatItLoads() {
    List<Path> poms = Repository.poms();
    Path run =
        poms.stream().filter(pom -> pom.endsWith("local/run/pom.xml")).findFirst().orElseThrow();

    assertThat(
            poms.stream()
                .map(Path::getParent)
                .filter(module -> module.getParent().endsWith("functions")))
        .isNotEmpty()
        .allSatisfy(
            module ->
                assertThat(Repository.read(run))
                    .contains("<artifactId>" + module.getFileName() + "</artifactId>"));
  }
}
