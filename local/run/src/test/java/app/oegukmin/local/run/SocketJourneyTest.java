package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.engines.Clients;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Two members chat over WebSocket in what {@code make run} starts (docs/socket.md). */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@Tag("process")
class SocketJourneyTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path root;

  private static final Map<Student, String> TOKENS = new HashMap<>();

  private static Process run;
  private static URI socket;
  private static Student linh;
  private static Student mei;
  private static String room;

  @BeforeAll
  static void start() throws Exception {
    Checkout checkout = Checkout.in(root);
    run = checkout.runWithoutCampus(Checkout.freePort(), Map.of("LAZY", "yes"));
    while (!Files.exists(checkout.env()) && run.isAlive()) {
      Thread.sleep(100);
    }
    assertThat(checkout.env()).as(Files.readString(checkout.output())).exists();
    socket = URI.create(checkout.variables().get("SOCKET_URL"));
    linh = new Student(checkout.variables(), "Zk3pQ9rT1xYw7LmN5vB2cD8eF4g1");
    mei = new Student(checkout.variables(), "Ab3pQ9rT1xYw7LmN5vB2cD8eF4g2", "메이", "8276-8292");
    for (Student each : List.of(linh, mei)) {
      assertThat(each.signUp().status()).isEqualTo(201);
      TOKENS.put(each, signIn(each));
    }
    room =
        linh.send("POST", "/chat/connect/" + publicId(checkout, mei), "", authorized(linh))
            .response()
            .path("chat_room_id")
            .asText();
  }

  /** What others know a member by. */
  private static String publicId(Checkout checkout, Student student) throws IOException {
    URI store = URI.create(checkout.variables().get("DYNAMODB_ENDPOINT"));
    try (DynamoDbClient client = Clients.dynamodb(store)) {
      Map<String, AttributeValue> key = Map.of("key", AttributeValue.fromS("user#" + student.uuid));
      return client.getItem(get -> get.tableName("UserTable").key(key)).item().get("publicId").s();
    }
  }

  @AfterAll
  static void stop() throws InterruptedException {
    run.destroy();
    run.waitFor();
  }

  private static Map<String, String> authorized(Student student) {
    return Map.of("Authorization", "Bearer " + token(student));
  }

  private static String token(Student student) {
    return TOKENS.get(student);
  }

  private static String signIn(Student student) throws Exception {
    return student.signIn().response().path("accessToken").asText();
  }

  @Test
  void aMessageReachesBothAndIsResumed() throws Exception {
    try (Client one = Client.connect(socket, Optional.of(token(linh)));
        Client other = Client.connect(ticket(mei), Optional.empty())) {
      one.send(
          "{\"action\":\"send\",\"room\":%s,\"content\":\"안녕\",\"clientId\":\"1\"}"
              .formatted(room));
      JsonNode arrived = other.next("message");
      assertThat(arrived.at("/message/content").asText()).isEqualTo("안녕");
      assertThat(one.next("sent").path("id")).isEqualTo(arrived.at("/message/id"));
      assertThat(one.next("message").at("/message/user_id").asText()).isEqualTo(linh.uuid);
      long id = arrived.at("/message/id").asLong();
      other.send("{\"action\":\"ack\",\"room\":%s,\"id\":%d}".formatted(room, id));
      assertThat(other.next("acked").path("id").asLong()).isEqualTo(id);
      other.send("{\"action\":\"resume\",\"room\":%s,\"after\":%d}".formatted(room, id - 1));
      assertThat(other.next("resumed").at("/messages/0/content").asText()).isEqualTo("안녕");
      other.send("{\"action\":\"dance\"}");
      assertThat(other.next("error").path("message").asText()).isEqualTo("Invalid Input");
    }
  }

  /** Some 20 KB each in UTF-8: several frames of the client, and of the server. */
  @Test
  void theLongestTextsArrive() throws Exception {
    try (Client one = Client.connect(socket, Optional.of(token(linh)));
        Client other = Client.connect(socket, Optional.of(token(mei)))) {
      for (String longest : List.of("가".repeat(5000), "😀".repeat(5000))) {
        one.send("{\"action\":\"send\",\"room\":%s,\"content\":\"%s\"}".formatted(room, longest));
        assertThat(other.next("message").at("/message/content").asText()).isEqualTo(longest);
        assertThat(one.next("message").at("/message/content").asText()).isEqualTo(longest);
      }
    }
  }

  @Test
  void whoSignsOutIsDisconnected() throws Exception {
    JsonNode session = linh.signIn().response();
    String token = session.path("accessToken").asText();
    try (Client client = Client.connect(socket, Optional.of(token))) {
      Map<String, String> authorized = Map.of("Authorization", "Bearer " + token);
      assertThat(linh.post("/auth/logout", session.toString(), authorized).status()).isEqualTo(200);
      assertThat(client.closed.get(30, TimeUnit.SECONDS)).isEqualTo(1000);
    }
    assertThatThrownBy(() -> Client.connect(socket, Optional.of(token)))
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
  }

  @Test
  void aTicketOpensOneConnection() throws Exception {
    URI ticket = ticket(linh);
    Client.connect(ticket, Optional.empty()).close();
    assertThatThrownBy(() -> Client.connect(ticket, Optional.empty()))
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
    try (var logs = Files.walk(root.resolve(".local/logs"))) {
      for (Path log : logs.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(log)).doesNotContain(ticket.getQuery().split("=", 2)[1]);
      }
    }
  }

  private static URI ticket(Student student) throws Exception {
    String ticket =
        student.post("/chat/ticket", "", authorized(student)).response().path("ticket").asText();
    return URI.create(socket + "?ticket=" + ticket);
  }

  /** The JDK's client, with what it has received. */
  private static final class Client implements WebSocket.Listener, AutoCloseable {

    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final BlockingDeque<JsonNode> received = new LinkedBlockingDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final HttpClient http = HttpClient.newHttpClient();
    private WebSocket connection;

    static Client connect(URI uri, Optional<String> token) {
      Client client = new Client();
      WebSocket.Builder builder = client.http.newWebSocketBuilder();
      token.ifPresent(it -> builder.header("Authorization", "Bearer " + it));
      client.connection = builder.buildAsync(uri, client).join();
      return client;
    }

    void send(String frame) {
      connection.sendText(frame, true).join();
    }

    /** The next frame of a type; those of other types before it wait, in their order. */
    JsonNode next(String type) throws InterruptedException {
      List<JsonNode> others = new ArrayList<>();
      try {
        while (true) {
          JsonNode frame = received.poll(30, TimeUnit.SECONDS);
          assertThat(frame).as(type).isNotNull();
          if (frame.path("type").asText().equals(type)) {
            return frame;
          }
          others.add(frame);
        }
      } finally {
        others.reversed().forEach(received::addFirst);
      }
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        received.add(parse(text.toString()));
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }

    private static JsonNode parse(String frame) {
      try {
        return JSON.readTree(frame);
      } catch (IOException e) {
        throw new AssertionError(frame, e);
      }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      closed.complete(status);
      return null;
    }

    @Override
    public void close() {
      connection.abort();
      http.shutdownNow();
    }
  }
}
