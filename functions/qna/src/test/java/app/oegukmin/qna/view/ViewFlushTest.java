package app.oegukmin.qna.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.testkit.Stack;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("process")
class ViewFlushTest {

  @RegisterExtension static final Stack STACK = Stack.of("ViewTable").withValkey();

  private Audience audience;

  @BeforeEach
  void open() {
    STACK.clear();
    audience = new Audience(STACK, STACK.valkeyEndpoint());
  }

  @AfterEach
  void close() {
    audience.close();
  }

  @Test
  void carriesViewsToTheTable() {
    look(3, 7);
    look(2, 8);

    assertThat(audience.flusher().run()).isEqualTo(5);

    assertThat(audience.stored(7)).isEqualTo(3);
    assertThat(audience.stored(8)).isEqualTo(2);
    assertThat(audience.flusher().run()).isZero();
    assertThat(audience.unflushed.named().orElseThrow()).isEmpty();
  }

  @Test
  void neitherLosesNorDoublesWhenAFlusherDiesBeforeTheTable() {
    look(3, 7);
    audience.unflushed.take(List.of(7L), () -> "dies");
    look(2, 7, 3);

    audience.flusher().run();
    assertThat(audience.stored(7)).isEqualTo(3);
    audience.flusher().run();
    assertThat(audience.stored(7)).isEqualTo(5);
    assertThat(audience.shown(7)).isEqualTo(5);
  }

  @Test
  void neitherLosesNorDoublesWhenAFlusherDiesAfterTheTable() {
    look(3, 7);
    var flush = audience.unflushed.take(List.of(7L), () -> "dies").orElseThrow().getFirst();
    audience.table.add(flush, audience.flushed(7));

    audience.flusher().run();

    assertThat(audience.stored(7)).isEqualTo(3);
    assertThat(audience.shown(7)).isEqualTo(3);
  }

  @Test
  void addsAFlushOnceThoughItIsRepeatedAfterAnother() {
    look(3, 7);
    var slow = audience.unflushed.take(List.of(7L), () -> "slow").orElseThrow().getFirst();
    audience.table.add(slow, audience.flushed(7));
    look(1, 7, 3);
    audience.flusher().run();
    audience.flusher().run();

    assertThat(audience.table.add(slow, audience.flushed(7))).isTrue();
    assertThat(audience.stored(7)).isEqualTo(4);
  }

  @Test
  void keepsAQuestionNamedThatIsLookedAtDuringAFlush() {
    look(1, 7);
    var named = audience.unflushed.named().orElseThrow();
    var flushes = audience.unflushed.take(List.of(7L), () -> "f").orElseThrow();
    look(1, 7, 1);
    audience.table.add(flushes.getFirst(), audience.flushed(7));
    audience.unflushed.done(flushes, named);

    assertThat(audience.flusher().run()).isEqualTo(1);
    assertThat(audience.stored(7)).isEqualTo(2);
  }

  @Test
  void agreesWithAnotherFlusherAtTheSameTime() throws Exception {
    IntStream.range(0, 120).forEach(question -> look(1, question));
    try (var threads = Executors.newFixedThreadPool(2);
        var other = new Audience(STACK, STACK.valkeyEndpoint())) {
      Callable<Long> here = () -> audience.flusher().run();
      Callable<Long> there = () -> other.flusher().run();
      for (var run : threads.invokeAll(List.of(here, there))) {
        run.get();
      }
    }
    assertThat(IntStream.range(0, 120))
        .allSatisfy(q -> assertThat(audience.stored(q)).isEqualTo(1));
  }

  @Test
  void losesTheViewsSinceTheLastFlushWithValkeysDataAndSaysSo() {
    look(3, 7);
    audience.flusher().run();
    assertThat(audience.losses()).isZero();
    look(2, 7, 3);

    STACK.valkey().flushAll();
    audience.flusher().run();
    audience.flusher().run();

    assertThat(audience.losses()).isEqualTo(1);
    assertThat(audience.shown(7)).isEqualTo(3);
    look(1, 7, 5);
    audience.flusher().run();
    assertThat(audience.stored(7)).isEqualTo(4);
  }

  @Test
  void countsInTheTableWhileValkeyCannotBeReached() {
    try (var cut = new Audience(STACK, "127.0.0.1:1")) {
      assertThat(cut.member("one", 7)).isEqualTo(1);
      assertThat(cut.member("two", 7)).isEqualTo(2);
      assertThat(cut.shown(7)).isEqualTo(2);
      assertThatThrownBy(() -> cut.flusher().run()).hasMessage("Valkey cannot be reached");
    }
    look(1, 7);
    audience.flusher().run();
    assertThat(audience.stored(7)).isEqualTo(3);
  }

  /** Views, flushes that die anywhere, and views past Valkey: what is shown is what was counted. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void staysExactOverManyRandomSteps(long seed) {
    var random = new Random(seed);
    long[] counted = new long[4];
    for (int step = 0; step < 170; step++) {
      int question = random.nextInt(counted.length);
      switch (random.nextInt(6)) {
        case 0 -> audience.flusher().run();
        case 1 -> audience.unflushed.take(List.of((long) question), ViewFlushTest::id);
        case 2 ->
            audience
                .unflushed
                .take(List.of((long) question), ViewFlushTest::id)
                .orElseThrow()
                .forEach(flush -> audience.table.add(flush, audience.flushed(flush.question())));
        case 3 -> {
          audience.table.add(question);
          counted[question]++;
        }
        default -> {
          audience.member("viewer" + step, question);
          counted[question]++;
        }
      }
      assertThat(audience.shown(question)).isEqualTo(counted[question]);
    }
    audience.flusher().run();
    audience.flusher().run();
    for (int question = 0; question < counted.length; question++) {
      assertThat(audience.stored(question)).isEqualTo(counted[question]);
    }
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private void look(int viewers, long question) {
    look(viewers, question, 0);
  }

  private void look(int viewers, long question, int from) {
    IntStream.range(from, from + viewers).forEach(i -> audience.member("viewer" + i, question));
  }
}
