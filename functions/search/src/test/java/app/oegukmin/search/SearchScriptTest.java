package app.oegukmin.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts/reindex.sh and scripts/associate-nori.sh ask AWS for, and what they tell. */
@Tag("process")
class SearchScriptTest {

  /**
   * Stands in for the AWS CLI: notes what it is asked, and says the next line of its answers. Where
   * a response is to be in a file, that is what stands behind the bar.
   */
  private static final String AWS =
      """
      #!/bin/sh
      echo "$@" >>seen
      for last; do :; done
      line=$(head -n 1 answers)
      sed 1d answers >rest && mv rest answers
      [ "$1 $2" != "lambda invoke" ] || printf %s "${line#*|}" >"$last"
      echo "${line%%|*}"
      """;

  @TempDir Path directory;

  @Test
  void reindexGoesOnUntilTheNewIndexServes() throws Exception {
    Run run =
        run(
            "reindex.sh",
            "stack-Reindex-1",
            "None|{\"state\":\"busy\",\"documents\":0,\"total\":0}",
            "None|{\"state\":\"going\",\"documents\":1200,\"total\":9000}",
            "None|{\"state\":\"done\",\"documents\":9000,\"total\":9000}");

    assertThat(run.exit()).isZero();
    assertThat(run.printed())
        .contains("Another run is under way.", "1200 of 9000 documents", "9000 of 9000 documents")
        .contains("The new index serves");
    assertThat(run.seen()).hasSize(4);
    assertThat(run.seen().getFirst()).contains("--stack-name stack", "ReindexFunction");
    assertThat(run.seen().getLast())
        .contains("--function-name stack-Reindex-1:live", "--payload {\"seconds\": 30}");
  }

  @Test
  void reindexTellsWhyItFailed() throws Exception {
    Run run = run("reindex.sh", "stack-Reindex-1", "Unhandled|{\"errorType\":\"SdkException\"}");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.printed()).contains("goes on from here when it is run again", "SdkException");
  }

  @Test
  void noriIsAssociatedOnceAndAwaited() throws Exception {
    Run run =
        run(
            "associate-nori.sh",
            "domain-1",
            "None",
            "OpenSearch_3.1",
            "G123",
            "",
            "ASSOCIATING",
            "ACTIVE");

    assertThat(run.exit()).isZero();
    assertThat(run.printed()).contains("OpenSearch has nori");
    assertThat(run.seen())
        .anyMatch(
            call -> call.contains("associate-package --package-id G123 --domain-name domain-1"))
        .anyMatch(call -> call.contains("Name=EngineVersion,Value=OpenSearch_3.1"));
    assertThat(run("associate-nori.sh", "domain-1", "ACTIVE", "ACTIVE").seen())
        .noneMatch(call -> call.contains("associate-package"));
  }

  @Test
  void noriThatCannotBeAssociatedIsTold() throws Exception {
    Run run =
        run(
            "associate-nori.sh",
            "domain-1",
            "None",
            "OpenSearch_3.1",
            "G1",
            "",
            "ASSOCIATION_FAILED");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.printed()).contains("The package is ASSOCIATION_FAILED");
  }

  private record Run(int exit, String printed, List<String> seen) {}

  private Run run(String script, String... answers) throws IOException, InterruptedException {
    Path aws = Files.writeString(directory.resolve("aws"), AWS);
    Files.setPosixFilePermissions(aws, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.write(directory.resolve("answers"), List.of(answers));
    Files.deleteIfExists(directory.resolve("seen"));
    Path path = Path.of(System.getProperty("project.root"), "scripts", script);
    ProcessBuilder builder =
        new ProcessBuilder("sh", path.toString(), "stack")
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("printed").toFile());
    builder.environment().merge("PATH", directory.toString(), (old, ours) -> ours + ":" + old);
    builder.environment().put("PAUSE", "0");
    Process process = builder.start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Run(
        process.exitValue(),
        Files.readString(directory.resolve("printed")),
        Files.readAllLines(directory.resolve("seen")));
  }
}
