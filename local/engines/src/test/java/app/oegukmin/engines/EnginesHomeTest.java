package app.oegukmin.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("process")
class EnginesHomeTest {

  private static final String VALKEY = "echo Valkey server v=9.0.0";
  private static final String REDIS = "echo Redis server v=7.0.15";

  @TempDir Path bin;
  @TempDir Path sbin;

  private Path serverOnPath() {
    return EnginesHome.find().redisServer(bin + File.pathSeparator + sbin);
  }

  private static Path write(Path file, String command) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + command + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  @Test
  void takesTheMachinesValkeyBeforeItsRedis() throws IOException {
    write(bin.resolve("redis-server"), REDIS);
    Path valkey = write(sbin.resolve("valkey-server"), VALKEY);

    assertThat(serverOnPath()).isEqualTo(valkey);
  }

  @Test
  void callsALinkByItsOwnName() throws IOException {
    Path tool = write(bin.resolve("redis-check-rdb"), "case $0 in *-server) " + REDIS + ";; esac");
    Path link = Files.createSymbolicLink(bin.resolve("redis-server"), tool.getFileName());

    assertThat(serverOnPath()).isEqualTo(link);
  }

  @Test
  void passesOverWhatIsNoServer() throws IOException {
    write(bin.resolve("valkey-server"), "echo cannot open shared object file >&2; exit 127");
    Path redis = write(sbin.resolve("redis-server"), REDIS);

    assertThat(serverOnPath()).isEqualTo(redis);
  }

  @Test
  void takesTheOneOfTheBuildWhenTheMachineHasNone() {
    assertThat(serverOnPath().getFileName().toString()).startsWith("redis-server-");
    assertThat(serverOnPath()).isExecutable();
  }
}
