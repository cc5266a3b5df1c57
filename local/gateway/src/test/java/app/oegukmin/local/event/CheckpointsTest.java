package app.oegukmin.local.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.Record;

class CheckpointsTest {

  @TempDir Path directory;

  private Checkpoints open() {
    return new Checkpoints(directory.resolve("new").resolve("checkpoints.json"));
  }

  private static Record record(String sequenceNumber) {
    return Record.builder().dynamodb(d -> d.sequenceNumber(sequenceNumber)).build();
  }

  @Test
  void hasNoPositionAtFirst() {
    assertThat(open().of("shard").position()).isEmpty();
    assertThat(open().of("shard").finished()).isFalse();
  }

  @Test
  void keepsThePositionOfEachShard() {
    Checkpoints checkpoints = open();
    checkpoints.of("a").advance(record("001"));
    checkpoints.of("b").advance(record("002"));
    checkpoints.of("a").advance(record("003"));

    assertThat(open().of("a").position()).contains("003");
    assertThat(open().of("b").position()).contains("002");
  }

  @Test
  void remembersThatAShardHasEnded() {
    open().of("a").finish();

    assertThat(open().of("a").finished()).isTrue();
  }

  @Test
  void forgetsShardsThatAreGone() {
    Checkpoints checkpoints = open();
    checkpoints.of("old").advance(record("001"));
    checkpoints.of("new").advance(record("002"));

    checkpoints.keep(Set.of("new"));

    assertThat(open().of("old").position()).isEmpty();
    assertThat(open().of("new").position()).contains("002");
  }
}
