package app.oegukmin.bench;

import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.shared.limit.Decision;
import app.oegukmin.shared.limit.Limit;
import app.oegukmin.shared.limit.Limiter;
import app.oegukmin.shared.limit.Subject;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.valkey.Valkey;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the limiter admits against what is due, at rates that rounding limiters get wrong: four
 * callers whose clocks differ by up to half a second, one after the other on one member's bucket.
 * Due is what a bucket in real numbers gives out, on the latest clock any caller has shown. The
 * time is played, so that hours pass in seconds.
 */
public final class LimiterExactness {

  private static final int REQUESTS = 10_000;
  private static final int CALLERS = 4;
  private static final int SKEW_MILLIS = 500;
  private static final List<Integer> INTERVALS_MILLIS = List.of(7, 37, 99, 137, 149);
  private static final long CAPACITY = Limit.MEMBER_REQUESTS.bucket().capacity();
  private static final double MILLIS_PER_TOKEN =
      (double) Limit.MEMBER_REQUESTS.bucket().millis() / Limit.MEMBER_REQUESTS.bucket().gain();

  private final Valkey valkey;
  private long now;

  private LimiterExactness(Valkey valkey) {
    this.valkey = valkey;
  }

  /** Prints a line for each rate; fails when more is admitted than due, or less by over one. */
  public static void main(String[] arguments) throws Exception {
    Path work =
        Files.createDirectories(Path.of(System.getProperty("project.root"), "bench/target/exact"));
    try (Engines engines = Engines.start(Set.of(Engine.REDIS), Optional.empty(), work);
        Valkey valkey = new Valkey("127.0.0.1:" + engines.redisPort(), false, Clock.systemUTC())) {
      INTERVALS_MILLIS.forEach(interval -> new LimiterExactness(valkey).run(interval));
    }
  }

  private void run(int interval) {
    Random random = new Random(interval);
    int[] skews =
        IntStream.generate(() -> random.nextInt(-SKEW_MILLIS, SKEW_MILLIS + 1))
            .limit(CALLERS)
            .toArray();
    List<Limiter> callers = IntStream.of(skews).mapToObj(this::caller).toList();
    Subject member = Subject.user("exact-" + interval);
    now = Instant.parse("2026-10-03T03:00:00Z").toEpochMilli();
    RealBucket real = new RealBucket();
    long admitted = 0;
    long most = 0;
    long least = 0;
    for (int request = 0; request < REQUESTS; request++) {
      int caller = random.nextInt(CALLERS);
      real.ask(now + skews[caller]);
      Decision decision = callers.get(caller).take(member, List.of(Limit.MEMBER_REQUESTS));
      admitted += decision.outcome() == Decision.Outcome.ADMITTED ? 1 : 0;
      most = Math.max(most, admitted - real.due);
      least = Math.min(least, admitted - real.due);
      now += interval;
    }
    System.out.printf(
        "a request every %3d ms: due %,6d, admitted %,6d, admitted - due from %d to %d%n",
        interval, real.due, admitted, least, most);
    if (most > 0 || least < -1) {
      throw new IllegalStateException("Not exact");
    }
  }

  /** What should happen, in real numbers instead of the script's whole ones. */
  private static final class RealBucket {

    private static final double ROUNDING = 1e-6;

    private double level = (double) CAPACITY;
    private long latest = Long.MIN_VALUE;
    private long due;

    void ask(long shown) {
      if (shown > latest) {
        double gained = ((double) shown - (double) latest) / MILLIS_PER_TOKEN;
        level = Math.min((double) CAPACITY, level + gained);
        latest = shown;
      }
      if (level >= 1 - ROUNDING) {
        level--;
        due++;
      }
    }
  }

  private Limiter caller(int skew) {
    InstantSource shown = () -> Instant.ofEpochMilli(now + skew);
    Clock clock = shown.withZone(ZoneOffset.UTC);
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Limiter(Optional.of(valkey), clock, new Metrics("bench", clock, nowhere));
  }
}
