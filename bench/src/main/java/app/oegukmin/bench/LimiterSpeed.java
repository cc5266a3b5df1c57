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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Decisions of the limiter on one connection and one thread, against a bare GET over the same
 * connection. Rounds are interleaved and the ratio is taken within a round.
 */
public final class LimiterSpeed {

  private static final int ROUNDS = 15;
  private static final int CALLS = 10_000;
  private static final int MEMBERS = 500;
  private static final List<Limit> ONE = List.of(Limit.MEMBER_REQUESTS);
  private static final List<Limit> THREE =
      List.of(Limit.MEMBER_REQUESTS, Limit.CHATBOT_MINUTE, Limit.CHATBOT_DAY);

  private final Valkey valkey;
  private final Limiter limiter;

  private LimiterSpeed(Valkey valkey) {
    this.valkey = valkey;
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Clock clock = Clock.systemUTC();
    this.limiter = new Limiter(Optional.of(valkey), clock, new Metrics("bench", clock, nowhere));
  }

  /** Prints a table. */
  public static void main(String[] arguments) throws Exception {
    Path work =
        Files.createDirectories(
            Path.of(System.getProperty("project.root"), "bench/target/limiter"));
    try (Engines engines = Engines.start(Set.of(Engine.REDIS), Optional.empty(), work);
        Valkey valkey = new Valkey("127.0.0.1:" + engines.redisPort(), false, Clock.systemUTC())) {
      new LimiterSpeed(valkey).run();
    }
  }

  private void run() {
    double[] bare = new double[ROUNDS];
    double[] one = new double[ROUNDS];
    double[] three = new double[ROUNDS];
    rate(this::get);
    rate(call -> decide(call, ONE));
    rate(call -> decide(call, THREE));
    for (int round = 0; round < ROUNDS; round++) {
      bare[round] = rate(this::get);
      one[round] = rate(call -> decide(call, ONE));
      three[round] = rate(call -> decide(call, THREE));
    }
    System.out.printf("bare round trip (GET)      %,8.0f /s%n", median(bare.clone()));
    System.out.printf("decision over one limit    %,8.0f /s%n", median(one.clone()));
    System.out.printf("decision over three limits %,8.0f /s%n", median(three.clone()));
    System.out.printf("one / bare                 %s%n", ratios(one, bare));
    System.out.printf("three / bare               %s%n", ratios(three, bare));
  }

  private void get(int call) {
    String key = "{u:" + call % MEMBERS + "}:bare";
    if (valkey.ask(connection -> Optional.ofNullable(connection.get(key))).isEmpty()) {
      throw new IllegalStateException("Valkey does not answer");
    }
  }

  private void decide(int call, List<Limit> limits) {
    Decision decision = limiter.take(Subject.user("uid-" + call % MEMBERS), limits);
    if (decision.balance().isEmpty()) {
      throw new IllegalStateException("Nothing was counted");
    }
  }

  private static double rate(IntConsumer work) {
    long start = System.nanoTime();
    for (int call = 0; call < CALLS; call++) {
      work.accept(call);
    }
    return CALLS * 1e9 / (System.nanoTime() - start);
  }

  private static String ratios(double[] ours, double[] theirs) {
    double[] ratios = new double[ours.length];
    Arrays.setAll(ratios, i -> ours[i] / theirs[i]);
    Arrays.sort(ratios);
    return "%.2f [%.2f-%.2f]"
        .formatted(ratios[ratios.length / 2], ratios[0], ratios[ratios.length - 1]);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
