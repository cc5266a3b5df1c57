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
}
