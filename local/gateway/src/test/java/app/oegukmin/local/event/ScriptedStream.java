package app.oegukmin.local.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * A stream that is days old: an engine of a test has one shard, and nothing in it is older than the
 * test. Responds as DynamoDB Local did when its data was made to look old.
 */
final class ScriptedStream implements AutoCloseable {

  /**
   * A shard that was closed, or the open one.
   *
   * @param parent empty for none
   * @param keys of the records that are left, null when those that were there are gone
   */
  record ScriptedShard(String id, String parent, boolean closed, List<String> keys) {}

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final List<ScriptedShard> shards;
  private final HttpServer server;
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger lists = new AtomicInteger();

  ScriptedStream(ScriptedShard... shards) throws IOException {
    this.shards = List.of(shards);
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  DynamoDbStreamsClient client() {
    return DynamoDbStreamsClient.builder()
        .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
        .region(Region.AP_NORTHEAST_2)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .build();
  }

  /** How often records were asked for. */
  int reads() {
    return reads.get();
  }

  /** How often its shards were asked for. */
  int lists() {
    return lists.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode request = new JsonMapper().readTree(exchange.getRequestBody());
      String action = exchange.getRequestHeaders().getFirst("X-Amz-Target").split("\\.", 2)[1];
      ObjectNode response = response(action, request);
      byte[] bytes = response.toString().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(response.has("__type") ? 400 : 200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private ObjectNode response(String action, JsonNode request) {
    return switch (action) {
      case "DescribeStream" -> describe();
      case "GetShardIterator" ->
          JSON.objectNode().put("ShardIterator", request.path("ShardId").textValue() + " 0");
      default -> records(request.path("ShardIterator").textValue().split(" ", 2));
    };
  }

  private ObjectNode describe() {
    lists.incrementAndGet();
    ObjectNode response = JSON.objectNode();
    ArrayNode list = response.putObject("StreamDescription").putArray("Shards");
    for (ScriptedShard shard : shards) {
      ObjectNode node = list.addObject().put("ShardId", shard.id());
      if (!shard.parent().isEmpty()) {
        node.put("ParentShardId", shard.parent());
      }
      ObjectNode range = node.putObject("SequenceNumberRange").put("StartingSequenceNumber", "1");
      if (shard.closed()) {
        range.put("EndingSequenceNumber", "9");
      }
    }
    return response;
  }

  private ObjectNode records(String[] iterator) {
    reads.incrementAndGet();
    ScriptedShard shard =
        shards.stream().filter(one -> one.id().equals(iterator[0])).findFirst().orElseThrow();
    ObjectNode response = JSON.objectNode();
    if (shard.keys() == null) {
      return response.put("__type", "TrimmedDataAccessException").put("message", "gone");
    }
    int next = Integer.parseInt(iterator[1]);
    ArrayNode records = response.putArray("Records");
    if (next < shard.keys().size()) {
      records.add(record(shard.keys().get(next), next));
    }
    if (!shard.closed() || next + 1 < shard.keys().size()) {
      int after = Math.min(next + 1, shard.keys().size());
      response.put("NextShardIterator", shard.id() + " " + after);
    }
    return response;
  }

  private static JsonNode record(String key, int number) {
    return new JsonMapper()
        .valueToTree(
            Map.of(
                "eventName",
                "INSERT",
                "dynamodb",
                Map.of(
                    "ApproximateCreationDateTime",
                    1,
                    "Keys",
                    Map.of("key", Map.of("S", key)),
                    "SizeBytes",
                    1,
                    "SequenceNumber",
                    String.valueOf(number))));
  }
}
