package app.oegukmin.bench;

import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.qna.QnaHandler;
import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Likes at rising rates, on one answer and spread over a hundred, against a DynamoDB that cancels
 * overlapping transactions: the highest rate at which none fails, and whether the count is exact.
 */
public final class LikeRate {

  private static final int INSTANCES = 24;
  private static final List<Load> LOADS =
      List.of(
          new Load(10, 10),
          new Load(20, 10),
          new Load(30, 30),
          new Load(40, 10),
          new Load(60, 10),
          new Load(80, 10),
          new Load(100, 10),
          new Load(150, 10));

  private final CallSpeed speed;
  private final BlockingQueue<QnaHandler> instances = new LinkedBlockingQueue<>();

  private LikeRate(CallSpeed speed) {
    this.speed = speed;
  }

  /** So many likes a second for so many seconds. */
  private record Load(int rate, int seconds) {}

  /** A like's status and how long it took. */
  private record Like(int status, double millis) {}

  /** Prints a table. */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(System.getProperty("project.root"));
    Path work = Files.createDirectories(root.resolve("bench/target/likes"));
    try (Engines engines =
        Engines.start(Set.of(Engine.DYNAMODB, Engine.REDIS), Optional.empty(), work)) {
      engines.sdkProperties().forEach(System::setProperty);
      Questions.seed(engines.dynamodb(), root.resolve("template.yaml"), 100);
      Map<String, String> variables = new HashMap<>(Questions.environment());
      variables.put("CACHE_ENDPOINT", "127.0.0.1:" + engines.redisPort());
      variables.put("CACHE_TLS", "false");
      LikeRate bench = new LikeRate(new CallSpeed(root, null));
      for (int i = 0; i < INSTANCES; i++) {
        bench.instances.add(new QnaHandler(variables, Clock.systemUTC()));
      }
      System.out.println("| likes | a second | seconds | failed | p50 ms | p99 ms |");
      System.out.println("|---|---|---|---|---|---|");
      bench.run("on one answer", 1);
      bench.run("over 100 answers", 100);
      System.out.printf(
          "%nVotes %,d, likes counted %,d.%n",
          Questions.votes(engines.dynamodb()), Questions.likes(engines.dynamodb()));
    }
  }

  private void run(String what, int answers) throws Exception {
    for (int round = 0; round < LOADS.size(); round++) {
      if (!round(what, answers, round, LOADS.get(round))) {
        return;
      }
    }
  }

  /** One rate; each round takes other answers, so that nobody likes twice. */
  private boolean round(String what, int answers, int round, Load load) throws Exception {
    int likes = load.rate() * load.seconds();
    List<Future<Like>> sent = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      long start = System.nanoTime();
      for (int like = 0; like < likes; like++) {
        long due = start + like * TimeUnit.SECONDS.toNanos(1) / load.rate();
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        long answer =
            answers == 1
                ? Questions.answer(round, 0)
                : Questions.answer(like % answers, round % 4 + 1);
        int member = (like + round / 4 * Questions.MEMBERS / 2) % Questions.MEMBERS;
        byte[] event = event("member" + member, answer);
        sent.add(callers.submit(() -> like(event)));
      }
    }
    double[] millis = new double[likes];
    long failed = 0;
    for (int i = 0; i < likes; i++) {
      Like like = sent.get(i).get();
      millis[i] = like.millis();
      failed += like.status() == 200 ? 0 : 1;
    }
    Arrays.sort(millis);
    System.out.printf(
        "| %s | %d | %d | %d of %,d | %.1f | %.1f |%n",
        what,
        load.rate(),
        load.seconds(),
        failed,
        likes,
        millis[likes / 2],
        millis[likes * 99 / 100]);
    return failed == 0;
  }

  private Like like(byte[] event) throws IOException, InterruptedException {
    QnaHandler instance = instances.take();
    long start = System.nanoTime();
    try {
      ByteArrayOutputStream output = new ByteArrayOutputStream();
      instance.handleRequest(new ByteArrayInputStream(event), output, null);
      int status = Json.MAPPER.readTree(output.toByteArray()).path("statusCode").asInt();
      return new Like(status, (System.nanoTime() - start) / 1e6);
    } finally {
      instances.add(instance);
    }
  }

  private byte[] event(String uid, long answer) throws IOException {
    ObjectNode event = speed.event("qna-like");
    event.withObject("/requestContext/authorizer").put("userId", uid);
    event.put("body", "{\"answerId\":" + answer + "}");
    return Json.MAPPER.writeValueAsBytes(event);
  }
}
