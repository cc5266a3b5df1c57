package app.oegukmin.bench;

import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.notice.NoticeHandler;
import app.oegukmin.shared.json.Json;
import app.oegukmin.testkit.AwsCalls;
import app.oegukmin.testkit.ValkeyCalls;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redis.clients.jedis.Jedis;

/**
 * Lists and searches over 10,000 notices whose texts are as long as is kept: round trips to the
 * stores, read units, and the time of one call of the function after another on one thread.
 */
public final class NoticeSpeed {

  private static final int NOTICES = 10_000;

  private final Path root;
  private final Jedis valkey;

  private NoticeSpeed(Path root, Jedis valkey) {
    this.root = root;
    this.valkey = valkey;
  }

  /** Prints a table. */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(System.getProperty("project.root"));
    Path work = Files.createDirectories(root.resolve("bench/target/notices"));
    try (Engines engines =
            Engines.start(Set.of(Engine.DYNAMODB, Engine.REDIS), Optional.empty(), work);
        Jedis valkey = new Jedis("127.0.0.1", engines.redisPort())) {
      Map<String, String> environment = Notices.environment(engines.dynamodb(), false);
      System.setProperty("aws.endpointUrlDynamoDb", engines.dynamodb().toString());
      System.setProperty("aws.region", environment.get("AWS_REGION"));
      System.setProperty("aws.accessKeyId", environment.get("AWS_ACCESS_KEY_ID"));
      System.setProperty("aws.secretAccessKey", environment.get("AWS_SECRET_ACCESS_KEY"));
      Notices.seed(engines.dynamodb(), root.resolve("template.yaml"), NOTICES);
      new NoticeSpeed(root, valkey).run(environment, engines.redisPort());
    }
  }

  private void run(Map<String, String> environment, int redis) throws IOException {
    NoticeHandler uncached = new NoticeHandler(environment);
    Map<String, String> withCache = new HashMap<>(environment);
    withCache.put("CACHE_ENDPOINT", "127.0.0.1:" + redis);
    withCache.put("CACHE_TLS", "false");
    NoticeHandler cached = new NoticeHandler(withCache);
    byte[] list = event("notice-list", Map.of());
    JsonNode page = Json.MAPPER.readTree(body(uncached, list)).path("response");
    long id = page.path("announcements").path(0).path("id").asLong();
    System.out.println("| | calls | DynamoDB | read units | Valkey | p50 ms | p99 ms |");
    System.out.println("|---|---|---|---|---|---|---|");
    // Both once more before, so that neither is the one that warms the virtual machine up.
    warmUp(cached, list, read(id));
    double cachedList = measure("list, cached", cached, list, 3_000);
    double cachedNotice = measure("one notice, cached", cached, read(id), 3_000);
    measure("list, not cached", uncached, list, 1_000);
    measure("one notice, not cached", uncached, read(id), 1_000);
    measure("search, a word of every notice", cached, search("수강신청"), 500);
    measure("search, a word of one in a thousand", cached, search("드문말"), 40);
    measure("search, a word of none", cached, search("없는 말"), 40);
    System.out.printf(
        "%nF-60: a cached notice takes %.2f times a cached list (p50), at most 1.15.%n",
        cachedNotice / cachedList);
  }

  private static void warmUp(NoticeHandler handler, byte[]... events) throws IOException {
    for (int call = 0; call < 5_000; call++) {
      body(handler, events[call % events.length]);
    }
  }

  private double measure(String what, NoticeHandler handler, byte[] event, int calls)
      throws IOException {
    for (int call = 0; call < calls / 4; call++) {
      body(handler, event);
    }
    AwsCalls.forget();
    double units = ReadUnits.consumed();
    long trips = ValkeyCalls.received(valkey);
    double[] millis = new double[calls];
    for (int call = 0; call < calls; call++) {
      long start = System.nanoTime();
      body(handler, event);
      millis[call] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    System.out.printf(
        "| %s | %,d | %.1f | %,.1f | %.1f | %.2f | %.2f |%n",
        what,
        calls,
        (double) AwsCalls.operations().size() / calls,
        (ReadUnits.consumed() - units) / calls,
        (double) (ValkeyCalls.received(valkey) - trips - 1) / calls,
        millis[calls / 2],
        millis[calls * 99 / 100]);
    return millis[calls / 2];
  }

  private static String body(NoticeHandler handler, byte[] event) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event), output, null);
    JsonNode answer = Json.MAPPER.readTree(output.toByteArray());
    if (answer.path("statusCode").asInt() != 200) {
      throw new IllegalStateException(answer.toString());
    }
    return answer.path("body").asText();
  }

  private byte[] search(String word) throws IOException {
    return event("notice-search", Map.of("word", word));
  }

  private byte[] read(long id) throws IOException {
    ObjectNode event = (ObjectNode) Json.MAPPER.readTree(event("notice-read", Map.of()));
    return Json.MAPPER.writeValueAsBytes(event.put("path", "/api/announcement/" + id));
  }

  private byte[] event(String name, Map<String, String> query) throws IOException {
    Path file = root.resolve("events/" + name + ".json");
    ObjectNode event = (ObjectNode) Json.MAPPER.readTree(Files.readString(file));
    if (!query.isEmpty()) {
      ObjectNode parameters = event.putObject("multiValueQueryStringParameters");
      query.forEach((parameter, value) -> parameters.putArray(parameter).add(value));
    }
    return Json.MAPPER.writeValueAsBytes(event);
  }
}
