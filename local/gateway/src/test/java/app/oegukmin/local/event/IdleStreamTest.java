package app.oegukmin.local.event;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.local.event.ScriptedStream.ScriptedShard;
import app.oegukmin.template.Batch;
import app.oegukmin.template.StreamSource;
import app.oegukmin.testkit.FakeClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often a stream is asked for records: each request costs DynamoDB Local a long search. */
class IdleStreamTest {

  @TempDir Path directory;

  private final FakeFunctions functions = FakeFunctions.content();
  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-30T09:00:00Z"));
  private final List<String> keys = new CopyOnWriteArrayList<>(List.of("first"));
  private final AtomicLong writes = new AtomicLong(1);
  private final AtomicLong looks = new AtomicLong();
  private ScriptedStream stream;
  private Mapping mapping;

  @BeforeEach
  void readUntilIdle() throws IOException {
    stream = new ScriptedStream(new ScriptedShard("shard", "", false, keys));
    var retries = new StreamSource.Retries(OptionalInt.empty(), false, Optional.empty());
    Batch batch = new Batch(10, Duration.ZERO, true);
    StreamSource source =
        new StreamSource("Table", batch, "TRIM_HORIZON", List.of(), retries, true);
    StreamTrigger trigger =
        new StreamTrigger("Function", source, "arn", new EventFilter(List.of()), Optional.empty());
    mapping =
        new StreamMapping(
            trigger,
            new TableStream("arn", stream.client(), this::look),
            null,
            functions,
            new Checkpoints(directory.resolve("checkpoints.json")),
            clock,
            Duration.ofMillis(250));
    Await.until(() -> assertThat(stream.reads()).isEqualTo(2));
    letItLook();
  }

  @AfterEach
  void stop() {
    mapping.close();
    stream.close();
  }

  private long look() {
    looks.incrementAndGet();
    return writes.get();
  }

  /** Waits until it has seen several times whether there is something to read, or a new shard. */
  private void letItLook() {
    long before = looks.get();
    Await.until(() -> assertThat(looks.get()).isGreaterThan(before + 8));
  }

  @Test
  @DisplayName("F-62: a stream is read until it is empty, and not again while nobody writes")
  void f62_readsNothingWhileNobodyWrites() {
    letItLook();

    assertThat(stream.reads()).isEqualTo(2);
    assertThat(stream.lists()).as("looks for new shards").isEqualTo(1);
    assertThat(functions.records()).hasSize(1);
    assertThat(mapping.quietSince(clock.instant())).isTrue();
  }

  @Test
  @DisplayName("F-62: a write to the table has its stream read until it is empty again")
  void f62_readsAfterAWrite() {
    keys.add("second");
    writes.incrementAndGet();

    Await.until(() -> assertThat(stream.reads()).isEqualTo(4));
    Await.until(() -> assertThat(stream.lists()).isEqualTo(2));
    letItLook();

    assertThat(stream.reads()).isEqualTo(4);
    assertThat(stream.lists()).isEqualTo(2);
    assertThat(functions.records()).hasSize(2);
  }

  @Test
  @DisplayName("F-62: what nobody counted is found within five minutes")
  void f62_readsNowAndThenAllTheSame() {
    keys.add("uncounted");
    letItLook();
    assertThat(functions.records()).hasSize(1);

    clock.advance(Duration.ofMinutes(5));

    Await.until(() -> assertThat(functions.records()).hasSize(2));
  }
}
