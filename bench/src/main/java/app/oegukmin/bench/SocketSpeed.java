package app.oegukmin.bench;

import app.oegukmin.fanout.FanOutHandler;
import app.oegukmin.shared.json.Json;
import app.oegukmin.testkit.LambdaJson;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * From a record of the stream to the client of a WebSocket, and the whole way from one client to
 * the other, in the system that {@code make run} has started.
 */
public final class SocketSpeed {

  private static final int WARM = 20;
  private static final long FAR = 1_000_000;

  private final int rounds;
  private final long room;
  private final SocketMember sender;
  private final SocketMember receiver;

  private SocketSpeed(int rounds, long room, SocketMember sender, SocketMember receiver) {
    this.rounds = rounds;
    this.room = room;
    this.sender = sender;
    this.receiver = receiver;
  }

  /** Prints a table; takes how many messages are sent each way, 100 without it. */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(System.getProperty("project.root"));
    Map<String, String> run = variables(root.resolve(".local/env"));
    pointSdk(run);
    int rounds = arguments.length == 0 ? 100 : Integer.parseInt(arguments[0]);
    String some = UUID.randomUUID().toString().substring(0, 8);
    try (SocketMember one = new SocketMember(run, "bench-a-" + some).connect();
        SocketMember other = new SocketMember(run, "bench-b-" + some).connect()) {
      String help = "{\"title\":\"도움\",\"context\":\"글\",\"isHelper\":0}";
      long post = other.post("/help/create", help).path("id").asLong();
      String partner = one.authorOf(post);
      long room = one.post("/chat/connect/" + partner, "").path("chat_room_id").asLong();
      SocketSpeed bench = new SocketSpeed(rounds, room, one, other);
      System.out.println("| " + rounds + " messages | p50 ms | p99 ms |\n|---|---|---|");
      bench.records(new FanOutHandler(environment(run), Clock.systemUTC()));
      bench.wholeWay();
    }
  }

  private static Map<String, String> variables(Path file) throws IOException {
    Map<String, String> variables = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      int at = line.indexOf('=');
      variables.put(line.substring(0, at), line.substring(at + 2, line.length() - 1));
    }
    return variables;
  }

  private static void pointSdk(Map<String, String> run) {
    System.setProperty("aws.region", "ap-northeast-2");
    System.setProperty("aws.accessKeyId", "local");
    System.setProperty("aws.secretAccessKey", "local");
    System.setProperty("aws.endpointUrlDynamoDb", run.get("DYNAMODB_ENDPOINT"));
    System.setProperty("aws.endpointUrlSqs", run.get("SQS_ENDPOINT"));
  }

  private static Map<String, String> environment(Map<String, String> run) {
    Map<String, String> variables = new HashMap<>();
    for (String table : new String[] {"Message", "Ban", "Room", "Connection", "Device"}) {
      variables.put(table.toUpperCase(Locale.ROOT) + "_TABLE", table + "Table");
    }
    URI socket = URI.create(run.get("SOCKET_URL"));
    variables.put("SOCKET_ENDPOINT", "http://127.0.0.1:" + socket.getPort() + socket.getPath());
    variables.put("PUSH_QUEUE_URL", run.get("SQS_ENDPOINT") + "/000000000000/PushQueue");
    return variables;
  }

  /** Records that the stream does not have: nothing but the function lies in between. */
  private void records(FanOutHandler fanOut) throws InterruptedException {
    double[] millis = new double[rounds];
    for (int round = -WARM; round < rounds; round++) {
      DynamodbEvent event = LambdaJson.read(record(FAR + round), DynamodbEvent.class);
      long start = System.nanoTime();
      if (!fanOut.handleRequest(event, null).getBatchItemFailures().isEmpty()) {
        throw new IllegalStateException("The record was not carried");
      }
      millis[Math.max(0, round)] = (receiver.next().nanos() - start) / 1e6;
    }
    print("record handed to FanOutFunction → WebSocket client", millis);
  }

  private String record(long id) {
    ObjectNode event = Json.MAPPER.createObjectNode();
    ObjectNode record = event.putArray("Records").addObject().put("eventName", "INSERT");
    record.put("eventSourceARN", "arn:aws:dynamodb:r:0:table/MessageTable/stream/s");
    ObjectNode image =
        record.putObject("dynamodb").put("SequenceNumber", "1").putObject("NewImage");
    image.putObject("room").put("N", Long.toString(room));
    image.putObject("id").put("N", Long.toString(id));
    image.putObject("sender").put("N", "0");
    image.putObject("content").put("S", "글 " + id);
    image.putObject("date").put("N", Long.toString(Clock.systemUTC().millis()));
    image.putObject("previous").put("N", Long.toString(id - 1));
    return event.toString();
  }

  private void wholeWay() throws InterruptedException {
    double[] millis = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      sender.send("{\"action\":\"send\",\"room\":%d,\"content\":\"글 %d\"}".formatted(room, round));
      millis[round] = (receiver.next().nanos() - start) / 1e6;
      // Sixty messages a minute, and no more.
      Thread.sleep(1_000);
    }
    print("client sends → other client has it", millis);
  }

  private static void print(String what, double[] millis) {
    Arrays.sort(millis);
    System.out.printf(
        "| %s | %.1f | %.1f |%n",
        what, millis[millis.length / 2], millis[millis.length * 99 / 100]);
  }
}
