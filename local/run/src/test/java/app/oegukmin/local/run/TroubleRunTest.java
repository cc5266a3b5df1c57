package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.local.run.TroubleRun.OfficialBoard;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One seed of {@code make trouble} on one board. */
@Tag("process")
class TroubleRunTest {

  private static final Path PROJECT = Path.of(System.getProperty("project.root"));

  @TempDir Path folder;

  @Test
  void bringsEveryNoticeOnceInThreeLanguagesWithoutAManualStep() throws Exception {
    Optional<OfficialBoard> board = Optional.of(new OfficialBoard("official-administration", 5));

    TroubleRun run = TroubleRun.of(1, PROJECT, folder, board);

    assertThat(run.check().expected()).isPositive();
    assertThat(run.check()).matches(TroubleCheck::passed);
    assertThat(run.played()).hasSizeGreaterThan(10);
  }
}
