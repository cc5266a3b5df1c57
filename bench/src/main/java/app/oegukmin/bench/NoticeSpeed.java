package app.oegukmin.bench;

import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.notice.NoticeHandler;
import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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

  private final CallSpeed speed;

  private NoticeSpeed(CallSpeed speed) {
    this.speed = speed;
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
      new NoticeSpeed(new CallSpeed(root, valkey)).run(environment, engines.redisPort());
    }
  }

  private void run(Map<String, String> environment, int redis) throws IOException {
    NoticeHandler uncached = new NoticeHandler(environment, Clock.systemUTC());
    Map<String, String> withCache = new HashMap<>(environment);
    withCache.put("CACHE_ENDPOINT", "127.0.0.1:" + redis);
    withCache.put("CACHE_TLS", "false");
    NoticeHandler cached = new NoticeHandler(withCache, Clock.systemUTC());
    byte[] list = event("notice-list", Map.of());
    JsonNode page = Json.MAPPER.readTree(speed.body(uncached, list)).path("response");
    long id = page.path("announcements").path(0).path("id").asLong();
    CallSpeed.head();
    // Both once more before, so that neither is the one that warms the virtual machine up.
    speed.warmUp(cached, list, read(id));
    double cachedList = speed.measure("list, cached", cached, list, 3_000);
    double cachedNotice = speed.measure("one notice, cached", cached, read(id), 3_000);
    speed.measure("list, not cached", uncached, list, 1_000);
    speed.measure("one notice, not cached", uncached, read(id), 1_000);
    System.out.printf(
        "%nF-60: a cached notice takes %.2f times a cached list (p50), at most 1.15.%n",
        cachedNotice / cachedList);
  }

  private byte[] read(long id) throws IOException {
    ObjectNode event = speed.event("notice-read");
    return Json.MAPPER.writeValueAsBytes(event.put("path", "/api/announcement/" + id));
  }

  private byte[] event(String name, Map<String, String> query) throws IOException {
    ObjectNode event = speed.event(name);
    if (!query.isEmpty()) {
      ObjectNode parameters = event.putObject("multiValueQueryStringParameters");
      query.forEach((parameter, value) -> parameters.putArray(parameter).add(value));
    }
    return Json.MAPPER.writeValueAsBytes(event);
  }
}
