package app.oegukmin.local.event;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.local.event.ScriptedStream.ScriptedShard;
import app.oegukmin.template.Batch;
import app.oegukmin.template.StreamSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.Record;

class StreamShardsTest {

  @TempDir Path directory;

  private final FakeFunctions functions = FakeFunctions.content();
  private final AtomicLong writes = new AtomicLong();

  private Checkpoints checkpoints() {
    return new Checkpoints(directory.resolve("checkpoints.json"));
  }

  private Mapping mapping(ScriptedStream stream) {
    var retries = new StreamSource.Retries(OptionalInt.empty(), false, Optional.empty());
    Batch batch = new Batch(10, Duration.ZERO, true);
    StreamSource source =
        new StreamSource("Table", batch, "TRIM_HORIZON", List.of(), retries, true);
    StreamTrigger trigger =
        new StreamTrigger("Function", source, "arn", new EventFilter(List.of()), Optional.empty());
    TableStream readable = new TableStream("arn", stream.client(), writes::incrementAndGet);
    return new StreamMapping(trigger, readable, null, functions, checkpoints(), Clock.systemUTC());
  }

  private List<String> keys() {
    return functions.records().stream()
        .map(record -> record.path("dynamodb").path("Keys").path("key").path("S").textValue())
        .toList();
  }

  private void readUntilQuiet(ScriptedShard... shards) throws Exception {
    try (ScriptedStream stream = new ScriptedStream(shards);
        Mapping mapping = mapping(stream)) {
      Await.until(() -> assertThat(keys()).endsWith("last"));
      Await.until(() -> assertThat(mapping.quietSince(Instant.EPOCH)).isTrue());
    }
  }

  @Test
  void readsAParentToItsEndBeforeItsChild() throws Exception {
    readUntilQuiet(
        new ScriptedShard("child", "parent", false, List.of("last")),
        new ScriptedShard("parent", "forgotten", true, List.of("a", "b")));

    assertThat(keys()).containsExactly("a", "b", "last");
    assertThat(checkpoints().of("parent").finished()).isTrue();
    assertThat(checkpoints().of("child").position()).contains("0");
  }

  @Test
  void skipsAShardThatWasReadToItsEndBefore() throws Exception {
    checkpoints().of("parent").finish();

    readUntilQuiet(
        new ScriptedShard("parent", "", true, List.of("a", "b")),
        new ScriptedShard("child", "parent", false, List.of("last")));

    assertThat(keys()).containsExactly("last");
  }

  @Test
  void goesOnWithTheChildWhenARunComesBackAfterADay() throws Exception {
    Record yesterday = Record.builder().dynamodb(d -> d.sequenceNumber("5")).build();
    checkpoints().of("parent").advance(yesterday);

    readUntilQuiet(
        new ScriptedShard("parent", "", true, null),
        new ScriptedShard("child", "parent", false, List.of("last")));

    assertThat(keys()).containsExactly("last");
    assertThat(checkpoints().of("parent").finished()).isTrue();
  }
}
