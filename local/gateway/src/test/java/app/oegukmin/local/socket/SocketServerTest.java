package app.oegukmin.local.socket;

import static app.oegukmin.local.socket.TestSocket.judging;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.local.api.Json;
import app.oegukmin.local.function.FunctionError;
import app.oegukmin.template.Authorizer.IdentitySource;
import app.oegukmin.template.Authorizer.Place;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handshakes and messages, by the JDK's own client (aws §7). */
class SocketServerTest {

  private static final IdentitySource TICKET = new IdentitySource(Place.QUERY_STRING, "ticket");

  private TestSocket api;

  @BeforeEach
  void start() throws IOException {
    api = new TestSocket(List.of(), TICKET);
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
  }

  private URI uri() {
    return URI.create(api.server().uri() + "?ticket=t%201");
  }

  @Test
  void refusesAHandshakeWithoutIdentityBeforeItAsksAnybody() {
    assertThat(SocketClient.status(api.server().uri())).isEqualTo(401);
    assertThat(api.wasCalled("Judge")).isFalse();
  }

  @Test
  void refusesWhomTheAuthorizerDenies() {
    api.answering("Judge", judging("Deny"));
    assertThat(SocketClient.status(uri())).isEqualTo(403);
    assertThat(api.wasCalled("$connect")).isFalse();
  }

  @Test
  void refusesWhomTheAuthorizerCallsUnauthorized() {
    api.on(
        "Judge",
        event -> {
          throw new FunctionError("java.lang.RuntimeException", "Unauthorized");
        });
    assertThat(SocketClient.status(uri())).isEqualTo(401);
  }

  @Test
  void refusesWithTheStatusOfConnect() {
    api.answering("$connect", "{\"statusCode\":429}");
    assertThat(SocketClient.status(uri())).isEqualTo(429);
  }

  @Test
  void refusesWhereConnectFails() {
    api.on(
        "$connect",
        event -> {
          throw new FunctionError("X", "broken");
        });
    assertThat(SocketClient.status(uri())).isEqualTo(502);
  }

  @Test
  void showsTheHandshakeToAuthorizerAndConnect() throws Exception {
    SocketClient.connect(uri(), "Authorization", "Bearer x").close();

    JsonNode judged = api.event("Judge");
    assertThat(judged.path("type").asText()).isEqualTo("REQUEST");
    assertThat(judged.path("methodArn").asText())
        .isEqualTo("arn:aws:execute-api:ap-northeast-2:000000000000:socket/live/$connect");
    assertThat(judged.at("/headers/Authorization").asText()).isEqualTo("Bearer x");
    assertThat(judged.at("/queryStringParameters/ticket").asText()).isEqualTo("t 1");
    assertThat(judged.at("/requestContext/eventType").asText()).isEqualTo("CONNECT");
    JsonNode connected = api.event("$connect").path("requestContext");
    assertThat(connected.at("/authorizer/member").asText()).isEqualTo("u1");
    assertThat(connected.at("/authorizer/level").asText()).isEqualTo("7");
    assertThat(connected.path("connectionId")).isEqualTo(judged.at("/requestContext/connectionId"));
    assertThat(connected.at("/identity/sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(connected.path("connectedAt").asLong()).isEqualTo(TestSocket.NOW.toEpochMilli());
  }

  @Test
  void handsAMessageToItsRouteAndTheResponseBack() throws Exception {
    api.answering("echo", "{\"statusCode\":200,\"body\":\"안녕\"}");
    try (SocketClient client = SocketClient.connect(uri())) {
      client.send("{\"action\":\"echo\"}");
      assertThat(client.next()).isEqualTo("안녕");
      JsonNode event = api.event("echo");
      assertThat(event.path("body").asText()).isEqualTo("{\"action\":\"echo\"}");
      assertThat(event.path("isBase64Encoded").asBoolean(true)).isFalse();
      JsonNode context = event.path("requestContext");
      assertThat(context.path("routeKey").asText()).isEqualTo("echo");
      assertThat(context.path("eventType").asText()).isEqualTo("MESSAGE");
      assertThat(context.at("/authorizer/member").asText()).isEqualTo("u1");
      assertThat(context.path("messageId").asText()).hasSize(16);
      assertThat(context.path("stage").asText()).isEqualTo("live");
    }
  }

  @Test
  void saysNothingWhereTheRouteHasNoResponse() throws Exception {
    api.answering("quiet", "{\"statusCode\":200,\"body\":\"unheard\"}");
    try (SocketClient client = SocketClient.connect(uri())) {
      client.send("{\"action\":\"quiet\"}");
      api.event("quiet");
      api.answering("echo", "{\"statusCode\":200,\"body\":\"heard\"}");
      client.send("{\"action\":\"echo\"}");
      assertThat(client.next()).isEqualTo("heard");
    }
  }

  @Test
  void saysWhatWentWrong() throws Exception {
    api.on(
        "echo",
        event -> {
          throw new FunctionError("X", "broken");
        });
    try (SocketClient client = SocketClient.connect(uri())) {
      client.send("{\"action\":\"echo\"}");
      assertThat(Json.read(client.next().getBytes(StandardCharsets.UTF_8)).path("message").asText())
          .isEqualTo("Internal server error");
      // No route has this key, and there is no $default.
      client.send("{\"action\":\"$connect\"}");
      assertThat(client.next()).contains("\"message\":\"Forbidden\"");
    }
  }

  /** The first message waits for the second: AWS calls the function for both at once. */
  @Test
  void ordersNoCallsOfOneConnection() throws Exception {
    CountDownLatch second = new CountDownLatch(1);
    api.on(
        "echo",
        event -> {
          if (event.path("body").asText().contains("first")) {
            await(second);
            return "{\"body\":\"first\"}";
          }
          second.countDown();
          return "{\"body\":\"second\"}";
        });
    try (SocketClient client = SocketClient.connect(uri())) {
      client.send("{\"action\":\"echo\",\"n\":\"first\"}");
      api.event("echo");
      client.send("{\"action\":\"echo\",\"n\":\"second\"}");
      assertThat(List.of(client.next(), client.next()))
          .containsExactlyInAnyOrder("second", "first");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new AssertionError("the second message was not handled beside the first");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void tellsOfAClientThatGoes() throws Exception {
    try (SocketClient client = SocketClient.connect(uri())) {
      client.sayGoodbye();
      JsonNode context = api.event("$disconnect").path("requestContext");
      assertThat(context.path("eventType").asText()).isEqualTo("DISCONNECT");
      assertThat(context.path("disconnectStatusCode").asInt()).isEqualTo(1000);
      assertThat(context.at("/authorizer/member").asText()).isEqualTo("u1");
    }
  }

  @Test
  void takesMessagesUpTo128KilobytesInFramesOf32() throws Exception {
    api.answering("echo", "{\"body\":\"taken\"}");
    String longest = "{\"action\":\"echo\",\"x\":\"" + "x".repeat(128 * 1024 - 24) + "\"}";
    try (SocketClient client = SocketClient.connect(uri())) {
      client.sendInParts(longest, 5);
      assertThat(client.next()).isEqualTo("taken");
      client.sendInParts(longest + " ".repeat(10), 5);
      assertThat(client.closed()).isEqualTo(1009);
    }
  }

  @Test
  void endsAConnectionForAFrameAbove32Kilobytes() throws Exception {
    api.answering("echo", "{\"body\":\"taken\"}");
    String longest = "{\"action\":\"echo\",\"x\":\"" + "x".repeat(32 * 1024 - 24) + "\"}";
    try (RawFrames client = new RawFrames(uri())) {
      client.send(longest);
      assertThat(client.next()).isEqualTo("taken");
      client.send(longest + " ");
      assertThat(client.next()).isEqualTo("1009");
    }
  }

  @Test
  void takesNoBinaryFrames() throws Exception {
    try (SocketClient client = SocketClient.connect(uri())) {
      client.sendBinary();
      assertThat(client.closed()).isEqualTo(1003);
    }
  }

  @Test
  void endsAConnectionThatIsIdle() throws Exception {
    api.answering("echo", "{\"body\":\"x\"}");
    try (SocketClient client = SocketClient.connect(uri())) {
      api.pass(Duration.ofMinutes(9));
      client.send("{\"action\":\"echo\"}");
      client.next();
      api.pass(Duration.ofMinutes(9));
      client.send("{\"action\":\"echo\"}");
      client.next();
      api.pass(Duration.ofMinutes(10));
      assertThat(client.closed()).isEqualTo(1001);
    }
  }

  @Test
  void endsAConnectionAfterTwoHours() throws Exception {
    api.answering("echo", "{\"body\":\"x\"}");
    try (SocketClient client = SocketClient.connect(uri())) {
      for (int minutes = 9; minutes < 120; minutes += 9) {
        api.pass(Duration.ofMinutes(9));
        client.send("{\"action\":\"echo\"}");
        client.next();
      }
      api.pass(Duration.ofMinutes(3));
      assertThat(client.closed()).isEqualTo(1001);
    }
  }
}
