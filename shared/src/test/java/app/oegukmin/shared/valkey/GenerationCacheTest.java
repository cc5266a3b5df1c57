package app.oegukmin.shared.valkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.shared.retry.Sleeper;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Gate;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.SetParams;

@Tag("process")
class GenerationCacheTest {

  /** What is cached; an empty text is not kept. */
  record Page(String text) {}

  @RegisterExtension static final Stack STACK = Stack.of().withValkey();

  private static final Codec<Page> CODEC =
      Codec.json(Page.class, page -> page.text() != null && !page.text().isEmpty());
  private static final String ENTRY = "{faq}:entry:1";
  private static final String LEASE = "{faq}:lease:0:1";

  // Stands still, so that a wait lasts as long as its pauses, however busy the machine is.
  private final FakeClock clock = new FakeClock(Instant.EPOCH);
  private final AtomicInteger reads = new AtomicInteger();
  private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  private Gate gate;
  private Valkey valkey;
  private Generation generation;
  private GenerationCache<Page> cache;

  @BeforeEach
  void connect() throws IOException {
    STACK.clear();
    gate = new Gate(STACK.valkeyEndpoint());
    valkey = new Valkey(gate.endpoint(), false, clock);
    valkey.ask(Jedis::ping);
    generation = new Generation(valkey, "faq");
    cache = cache(valkey);
  }

  @AfterEach
  void disconnect() throws IOException {
    valkey.close();
    gate.close();
  }

  @Test
  void aMissIsThreeRoundTripsAndAHitOne() {
    assertThat(roundTrips(() -> cache.get("1", store("가")))).isEqualTo(3);
    assertThat(roundTrips(() -> cache.get("1", store("나")))).isEqualTo(1);
    assertThat(cache.get("1", store("나"))).isEqualTo(new Page("가"));
    assertThat(reads).hasValue(1);
  }

  @Test
  void generationAndEntryComeInOneCommandOfOneSlot() {
    cache.get("1", store("가"));
    STACK.valkey().configResetStat();
    cache.get("1", store("가"));

    assertThat(STACK.valkey().info("commandstats").lines().filter(l -> l.startsWith("cmdstat_")))
        .filteredOn(line -> !line.startsWith("cmdstat_config") && !line.startsWith("cmdstat_info"))
        .singleElement()
        .asString()
        .startsWith("cmdstat_mget:calls=1,");
  }

  @Test
  void keysAreKeptApart() {
    cache.get("1", store("가"));

    assertThat(cache.get("2", store("나"))).isEqualTo(new Page("나"));
    assertThat(
            new GenerationCache<>(valkey, "help", Duration.ofMinutes(1), CODEC)
                .get("1", store("다")))
        .isEqualTo(new Page("다"));
  }

  @Test
  void everyKeyComesToAnEnd() {
    generation.raise();
    cache.get("1", store("가"));
    assertThat(ttl("{faq}:generation")).isBetween(86_400L, 30L * 86_400);
    assertThat(ttl(ENTRY)).isBetween(1L, 60L);

    cache.get(
        "2",
        () -> {
          assertThat(ttl("{faq}:lease:1:2")).isBetween(1L, 5L);
          return new Page("나");
        });
    assertThat(STACK.valkey().keys("*lease*")).isEmpty();
  }

  @Test
  void fiftyReadersThatMissAtOnceReadTheStoreOnce() throws Exception {
    Supplier<Page> slow =
        () -> {
          sleep(100);
          return store("가").get();
        };

    assertThat(fiftyAtOnce(slow)).containsOnly(new Page("가"));
    assertThat(reads).hasValue(1);
  }

  @Test
  void whoWaitsForADeadReaderLoadsAfterTheirPatience() {
    put(LEASE, "");

    assertThat(cache.get("1", store("가"))).isEqualTo(new Page("가"));
    assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.ofMillis(200));
    pauses.clear();
    assertThat(cache.get("1", store("나"))).isEqualTo(new Page("가"));
    assertThat(pauses).isEmpty();
    assertThat(reads).hasValue(1);
  }

  @Test
  void aSlowValkeyDoesNotMakeThemWaitLonger() {
    put(LEASE, "");
    // A look is one round trip, so the third one ends after more than 200 ms.
    gate.delay(Duration.ofMillis(40));

    try (Valkey slow = new Valkey(gate.endpoint(), false, Clock.systemUTC())) {
      assertThat(cache(slow).get("1", store("가"))).isEqualTo(new Page("가"));
    }
    assertThat(pauses).hasSizeLessThan(3);
  }

  @Test
  void whoWaitsIsServedAsSoonAsTheOtherHasLoaded() {
    put(LEASE, "");
    GenerationCache<Page> waiting =
        new GenerationCache<>(
            valkey,
            "faq",
            Duration.ofMinutes(1),
            CODEC,
            backoff(time -> put(ENTRY, "0 {\"text\":\"가\"}")));

    assertThat(waiting.get("1", store("나"))).isEqualTo(new Page("가"));
    assertThat(pauses).hasSize(1);
    assertThat(reads).hasValue(0);
  }

  @Test
  void whoGetsTheLeaseAfterTheOtherHasLoadedDoesNotLoadAgain() {
    put(ENTRY, "0 not yet");
    // Between this reader's first look and its lease, another loads.
    Codec<Page> slow =
        new Codec<>() {
          @Override
          public Optional<String> write(Page page) {
            return CODEC.write(page);
          }

          @Override
          public Optional<Page> read(String text) {
            put(ENTRY, "0 {\"text\":\"가\"}");
            return CODEC.read(text);
          }
        };
    GenerationCache<Page> late =
        new GenerationCache<>(valkey, "faq", Duration.ofMinutes(1), slow, backoff(time -> {}));

    assertThat(late.get("1", store("나"))).isEqualTo(new Page("가"));
    assertThat(reads).hasValue(0);
    assertThat(STACK.valkey().keys("*lease*")).isEmpty();
  }

  @Test
  void aReaderWhoseStoreFailsKeepsNobodyWaiting() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                cache.get(
                    "1",
                    () -> {
                      throw new IllegalStateException("down");
                    }));

    assertThat(cache.get("1", store("가"))).isEqualTo(new Page("가"));
    assertThat(pauses).isEmpty();
  }

  @Test
  void whatWasReadBeforeARaiseIsNotServedAfterwards() {
    Page slow =
        cache.get(
            "1",
            () -> {
              generation.raise();
              return new Page("옛");
            });

    assertThat(slow).isEqualTo(new Page("옛"));
    assertThat(cache.get("1", store("새"))).isEqualTo(new Page("새"));
    assertThat(cache.get("1", store("옛"))).isEqualTo(new Page("새"));
  }

  @Test
  void aSlowReaderThatStoresLastIsNotServedEither() {
    try (Valkey other = new Valkey(STACK.valkeyEndpoint(), false, Clock.systemUTC())) {
      cache.get(
          "1",
          () -> {
            generation.raise();
            assertThat(cache(other).get("1", store("새"))).isEqualTo(new Page("새"));
            return new Page("옛");
          });
    }

    assertThat(cache.get("1", store("새"))).isEqualTo(new Page("새"));
  }

  @Test
  void whoReadsAfterARaiseDoesNotWaitForWhoReadBefore() {
    put(LEASE, "");
    generation.raise();

    assertThat(cache.get("1", store("새"))).isEqualTo(new Page("새"));
    assertThat(pauses).isEmpty();
  }

  @Test
  void whatIsNotWorthKeepingLeavesNothing() {
    assertThat(cache.get("1", store(""))).isEqualTo(new Page(""));

    assertThat(STACK.valkey().keys("*")).isEmpty();
  }

  @Test
  void aDamagedEntryIsAMiss() {
    for (String damage :
        List.of("", "garbage", "0", "0 ", "0 {", "0 null", "0 {}", "0 {\"text\":\"\"}")) {
      STACK.valkey().set(ENTRY, damage);
      assertThat(cache.get("1", store("가"))).as(damage).isEqualTo(new Page("가"));
    }
  }

  @Test
  void inAnOutageEveryReaderAsksTheStoreAtOnce() {
    gate.shut();

    assertThat(cache.get("1", store("가"))).isEqualTo(new Page("가"));
    assertThat(cache.get("1", store("나"))).isEqualTo(new Page("나"));
    assertThat(pauses).isEmpty();
  }

  @Test
  void anOutageThatBeginsDuringALoadCostsOnlyTheEntry() {
    Page page =
        cache.get(
            "1",
            () -> {
              gate.shut();
              return new Page("가");
            });

    assertThat(page).isEqualTo(new Page("가"));
  }

  private List<Page> fiftyAtOnce(Supplier<Page> store)
      throws InterruptedException, ExecutionException {
    CyclicBarrier start = new CyclicBarrier(50);
    Callable<Page> reader =
        () -> {
          try (Valkey own = new Valkey(STACK.valkeyEndpoint(), false, clock)) {
            own.ask(Jedis::ping);
            start.await();
            return new GenerationCache<>(own, "faq", Duration.ofMinutes(1), CODEC).get("1", store);
          }
        };
    List<Page> pages = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(50)) {
      for (Future<Page> page : threads.invokeAll(Collections.nCopies(50, reader))) {
        pages.add(page.get());
      }
    }
    return pages;
  }

  private GenerationCache<Page> cache(Valkey connection) {
    return new GenerationCache<>(
        connection, "faq", Duration.ofMinutes(1), CODEC, backoff(time -> {}));
  }

  private Backoff backoff(Sleeper sleeper) {
    return new Backoff(
        Duration.ofMillis(10),
        Duration.ofMillis(40),
        new Random(7),
        time -> {
          pauses.add(time);
          sleeper.sleep(time);
        });
  }

  private Supplier<Page> store(String text) {
    return () -> {
      reads.incrementAndGet();
      return new Page(text);
    };
  }

  private static void put(String key, String text) {
    STACK.valkey().set(key, text, SetParams.setParams().ex(5));
  }

  private static long roundTrips(Runnable work) {
    long before;
    do {
      // A connection that another test has closed counts when the server notices it.
      before = STACK.valkeyRequests();
      sleep(5);
    } while (STACK.valkeyRequests() != before + 1);
    work.run();
    return STACK.valkeyRequests() - before - 2;
  }

  private static long ttl(String key) {
    return STACK.valkey().ttl(key);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
