package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.local.event.Await;
import app.oegukmin.local.run.Load.Route;
import app.oegukmin.local.run.Load.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

/**
 * Valkey dies under a load of mixed routes and comes back: whoever reads notices nothing, what is
 * paid for waits, and nothing has to be started again.
 */
@Tag("process")
class ValkeyOutageTest {

  @TempDir Path root;

  private Checkout checkout;
  private Process run;
  private Process restarted;
  private List<Route> reads;
  private List<Route> paid;

  @BeforeEach
  void start() throws Exception {
    checkout = Checkout.in(root);
    run = checkout.run(Checkout.freePort(), "cs-notice");
    Await.until(() -> assertThat(Files.exists(checkout.env()) || !run.isAlive()).isTrue());
    assertThat(checkout.env()).as(Files.readString(checkout.output())).exists();
    String chatting = bearer("chatting-student");
    reads =
        List.of(
            new Route("GET", "/announcement?language=EN-US", Map.of()),
            new Route("GET", "/announcement?language=KO", Map.of("Authorization", "Bearer null")),
            new Route("GET", "/menu/daily?date=2026-11-26&language=ZH", Map.of()),
            new Route("GET", "/user/me", Map.of("Authorization", bearer("reading-student"))));
    paid =
        List.of(
            new Route("POST", "/chatbot", Map.of("Authorization", chatting)),
            new Route("POST", "/speech/test", Map.of()));
  }

  private String bearer(String uuid) throws Exception {
    try (Student student = new Student(checkout.variables(), uuid)) {
      assertThat(student.signUp().status()).isEqualTo(201);
      return "Bearer " + student.signIn().response().path("accessToken").asText();
    }
  }

  @AfterEach
  void stop() throws InterruptedException {
    run.destroy();
    run.waitFor();
    if (restarted != null) {
      restarted.destroy();
      restarted.waitFor();
    }
  }

  @Test
  void readsGoOnAndWhatIsPaidForWaitsUntilValkeyIsBack() throws Exception {
    List<Route> all = Stream.concat(reads.stream(), paid.stream()).toList();
    try (Load load = Load.start(checkout.variables().get("BASE_URL"), all)) {
      load.enter("before");
      Await.until(() -> assertThat(all).allSatisfy(it -> answered(load, "before", it, 5)));
      load.enter("crash");
      List<String> redis = kill();
      load.enter("outage");
      Await.until(() -> assertThat(all).allSatisfy(it -> answered(load, "outage", it, 10)));
      load.enter("return");
      restarted = new ProcessBuilder(redis).redirectErrorStream(true).start();
      Await.until(() -> assertThat(paid).allSatisfy(it -> admitted(load, "return", it)));
      load.enter("after");
      Await.until(() -> assertThat(all).allSatisfy(it -> answered(load, "after", it, 5)));
      check(load.samples());
    }
    assertThat(metrics())
        .contains("\"Kind\":\"LimitOpenedByOutage\"", "\"Kind\":\"LimitClosedByOutage\"");
  }

  private void check(List<Sample> samples) {
    assertThat(samples)
        .filteredOn(sample -> reads.contains(sample.route()))
        .allSatisfy(sample -> assertThat(sample.status()).isEqualTo(200));
    assertThat(samples)
        .filteredOn(sample -> sample.phase().equals("outage") && paid.contains(sample.route()))
        .allSatisfy(
            sample -> {
              assertThat(sample.status()).isEqualTo(503);
              assertThat(sample.retryAfter()).isTrue();
            });
    assertThat(samples)
        .filteredOn(sample -> List.of("before", "after").contains(sample.phase()))
        .filteredOn(sample -> paid.contains(sample.route()))
        .allSatisfy(sample -> assertThat(sample.status()).isIn(400, 404, 429));
  }

  private static void answered(Load load, String phase, Route route, int times) {
    assertThat(load.samples())
        .filteredOn(sample -> sample.route().equals(route) && sample.phase().equals(phase))
        .hasSizeGreaterThanOrEqualTo(times);
  }

  /** For longer than any instance leaves Valkey alone after a failure. */
  private static void admitted(Load load, String phase, Route route) {
    List<Integer> statuses =
        load.samples().stream()
            .filter(sample -> sample.route().equals(route) && sample.phase().equals(phase))
            .map(Sample::status)
            .toList();
    assertThat(statuses).hasSizeGreaterThan(10);
    assertThat(statuses.subList(statuses.size() - 10, statuses.size())).doesNotContain(503);
  }

  /**
   * Kills Valkey as a crash does; the command that starts it again. Only the server knows that
   * command: its binary may be a link (Debian's points to redis-check-rdb) and behaves by the name
   * that it was called by.
   */
  private List<String> kill() throws IOException {
    Map<String, String> server = server(Integer.parseInt(checkout.variables().get("REDIS_PORT")));
    ProcessHandle process =
        ProcessHandle.of(Long.parseLong(server.get("process_id"))).orElseThrow();
    assertThat(checkout.processes()).contains(process);
    process.destroyForcibly();
    process.onExit().join();
    return List.of(server.get("executable"), server.get("config_file"));
  }

  private static Map<String, String> server(int port) {
    try (Jedis valkey = new Jedis("127.0.0.1", port)) {
      return valkey
          .info("server")
          .lines()
          .filter(line -> line.contains(":"))
          .map(line -> line.split(":", 2))
          .collect(Collectors.toMap(field -> field[0], field -> field[1]));
    }
  }

  private String metrics() throws IOException {
    Path logs = root.resolve(".local/logs");
    return Files.readString(logs.resolve("MemberAuthorizerFunction.log"))
        + Files.readString(logs.resolve("GuestAuthorizerFunction.log"));
  }
}
