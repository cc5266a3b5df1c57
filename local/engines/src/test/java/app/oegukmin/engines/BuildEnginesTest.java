package app.oegukmin.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;

@Tag("process")
class BuildEnginesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void areOneForAllOfABuildAndEndWithIt() throws Exception {
    var build = new ProcessBuilder("sleep", "600").start();
    var first = BuildEngines.of(build.toHandle());
    var directory = BuildEngines.directory(build.toHandle());
    try {
      assertThat(first.ports()).containsOnlyKeys(EnumSet.complementOf(EnumSet.of(Engine.REDIS)));
      assertThat(BuildEngines.of(build.toHandle())).isEqualTo(first);
      assertThat(answers(first)).isTrue();
    } finally {
      build.destroyForcibly();
    }

    assertThat(Poll.until(PATIENCE, () -> !Files.exists(directory) && !answers(first))).isTrue();
  }

  private static boolean answers(BuildEngines engines) {
    var uri = URI.create("http://127.0.0.1:" + engines.ports().get(Engine.DYNAMODB));
    try (var dynamodb = Clients.dynamodb(uri)) {
      return dynamodb.listTables().tableNames().isEmpty();
    } catch (SdkException e) {
      return false;
    }
  }
}
