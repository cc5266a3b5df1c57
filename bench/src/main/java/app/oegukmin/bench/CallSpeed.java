package app.oegukmin.bench;

import app.oegukmin.shared.json.Json;
import app.oegukmin.testkit.AwsCalls;
import app.oegukmin.testkit.ValkeyCalls;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import redis.clients.jedis.Jedis;

/**
 * Calls a function again and again on one thread, and prints a row of a table: round trips to the
 * stores, read units, and the time of a call.
 */
final class CallSpeed {

  private final Path root;
  private final Jedis valkey;

  CallSpeed(Path root, Jedis valkey) {
    this.root = root;
    this.valkey = valkey;
  }

  /** Prints the head of the table. */
  static void head() {
    System.out.println("| | calls | DynamoDB | read units | Valkey | p50 ms | p99 ms |");
    System.out.println("|---|---|---|---|---|---|---|");
  }

  /** Calls, so that none of what is measured warms the virtual machine up for the next. */
  void warmUp(RequestStreamHandler handler, byte[]... events) throws IOException {
    for (int call = 0; call < 5_000; call++) {
      body(handler, events[call % events.length]);
    }
  }

  /** Measures after a quarter as many calls; the median in milliseconds. */
  double measure(String what, RequestStreamHandler handler, byte[] event, int calls)
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

  /**
   * The body of a response.
   *
   * @throws IllegalStateException when its status is not 200
   */
  String body(RequestStreamHandler handler, byte[] event) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event), output, null);
    JsonNode response = Json.MAPPER.readTree(output.toByteArray());
    if (response.path("statusCode").asInt() != 200) {
      throw new IllegalStateException(response.toString());
    }
    return response.path("body").asText();
  }

  /** A recorded event. */
  ObjectNode event(String name) throws IOException {
    Path file = root.resolve("events/" + name + ".json");
    return (ObjectNode) Json.MAPPER.readTree(Files.readString(file));
  }
}
