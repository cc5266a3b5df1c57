package app.oegukmin.local.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.oegukmin.engines.Clients;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.ScanParams;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

/** Where texts occur in a run: in its tables, buckets, Valkey and logs. */
final class Traces implements AutoCloseable {

  private final Checkout checkout;
  private final DynamoDbClient dynamodb;
  private final S3Client s3;
  private final Jedis valkey;

  Traces(Checkout checkout) throws IOException {
    Map<String, String> run = checkout.variables();
    this.checkout = checkout;
    this.dynamodb = Clients.dynamodb(URI.create(run.get("DYNAMODB_ENDPOINT")));
    this.s3 = Clients.s3(URI.create(run.get("S3_ENDPOINT")));
    this.valkey = new Jedis(URI.create("redis://" + run.get("VALKEY_ENDPOINT")));
  }

  /** Each place that has one of the texts, by name. */
  List<String> of(Set<String> texts) throws IOException {
    List<String> places = new ArrayList<>();
    for (String table : dynamodb.listTables().tableNames()) {
      var items = dynamodb.scanPaginator(r -> r.tableName(table).consistentRead(true)).items();
      items.forEach(item -> note(places, table, item.toString(), texts));
    }
    for (var bucket : s3.listBuckets().buckets()) {
      for (var object : s3.listObjectsV2Paginator(r -> r.bucket(bucket.name())).contents()) {
        byte[] content =
            s3.getObjectAsBytes(r -> r.bucket(bucket.name()).key(object.key())).asByteArray();
        note(places, bucket.name(), object.key() + new String(content, UTF_8), texts);
      }
    }
    keys().forEach(key -> note(places, "Valkey", key + value(key), texts));
    try (var logs = Files.walk(checkout.root().resolve(".local/logs"))) {
      for (Path log : logs.filter(Files::isRegularFile).toList()) {
        // The name is not ASCII: compared byte by byte.
        note(places, log.getFileName().toString(), Files.readString(log, ISO_8859_1), bytes(texts));
      }
    }
    return places;
  }

  private static void note(List<String> places, String place, String text, Set<String> texts) {
    if (texts.stream().anyMatch(text::contains)) {
      places.add(place);
    }
  }

  private static Set<String> bytes(Set<String> texts) {
    return Set.copyOf(texts.stream().map(t -> new String(t.getBytes(UTF_8), ISO_8859_1)).toList());
  }

  private List<String> keys() {
    List<String> keys = new ArrayList<>();
    String cursor = ScanParams.SCAN_POINTER_START;
    do {
      var page = valkey.scan(cursor);
      keys.addAll(page.getResult());
      cursor = page.getCursor();
    } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    return keys;
  }

  private String value(String key) {
    return switch (valkey.type(key)) {
      case "string" -> valkey.get(key);
      case "hash" -> valkey.hgetAll(key).toString();
      case "stream" -> valkey.xrange(key, "-", "+").toString();
      case "zset" -> valkey.zrange(key, 0, -1).toString();
      case "none" -> "";
      default -> throw new IllegalStateException("Nobody has looked into such values: " + key);
    };
  }

  /** Gives an account a role, as scripts/make-admin.sh does. */
  void setRole(String uuid, String role) {
    var key = Map.of("key", AttributeValue.fromS("user#" + uuid));
    dynamodb.updateItem(
        r ->
            r.tableName("UserTable")
                .key(key)
                .updateExpression("SET #role = :role")
                .expressionAttributeNames(Map.of("#role", "role"))
                .expressionAttributeValues(Map.of(":role", AttributeValue.fromS(role))));
  }

  @Override
  public void close() {
    valkey.close();
    s3.close();
    dynamodb.close();
  }
}
