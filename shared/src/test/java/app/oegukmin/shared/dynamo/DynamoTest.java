package app.oegukmin.shared.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.testkit.Stack;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

@Tag("process")
class DynamoTest {

  private static final String ENDPOINT = "aws.endpointUrlDynamoDb";

  @RegisterExtension static final Stack STACK = Stack.of("UserTable");

  private static final String THROTTLED =
      "{\"__type\": \"com.amazonaws.dynamodb.v20120810#ThrottlingException\"}";

  private volatile int status = 200;
  private final List<String> agents = new ArrayList<>();
  private HttpServer server;
  private String before;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
          byte[] body = (status == 200 ? "{}" : THROTTLED).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    before = System.getProperty(ENDPOINT);
    System.setProperty(ENDPOINT, "http://127.0.0.1:" + server.getAddress().getPort());
  }

  @AfterEach
  void close() {
    System.setProperty(ENDPOINT, before);
    server.stop(0);
  }

  @Test
  void everyRequestNamesTheFunction() {
    assertThat(agentOf(Map.of("AWS_LAMBDA_FUNCTION_NAME", "prod-UserFunction-1A2B")).split(" "))
        .contains("app/prod-UserFunction-1A2B");
  }

  @Test
  void aNameLongerThanTheSdkTakesIsCut() {
    String name = "a".repeat(64);

    assertThat(agentOf(Map.of("AWS_LAMBDA_FUNCTION_NAME", name)).split(" "))
        .contains("app/" + "a".repeat(50));
  }

  @Test
  void outsideLambdaNobodyIsNamed() {
    assertThat(agentOf(Map.of())).doesNotContain(" app/");
  }

  @Test
  void endsACallThatOutlastsItsPatience() throws IOException {
    // Takes connections into its backlog, and that is all.
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      System.setProperty(ENDPOINT, "http://127.0.0.1:" + silent.getLocalPort());
      Environment environment = new Environment(Map.of());
      try (var client = Dynamo.connect(environment, Duration.ofMillis(200))) {
        assertThatExceptionOfType(ApiCallTimeoutException.class).isThrownBy(client::listTables);
      }
    }
  }

  @Test
  @DisplayName("F-35: an impatient caller's refused call is not tried again")
  void f35_triesARefusedCallOnce() {
    status = 400;
    Environment environment = new Environment(Map.of());
    try (var client = Dynamo.impatient(environment, Duration.ofSeconds(2))) {
      assertThatExceptionOfType(DynamoDbException.class)
          .isThrownBy(client::listTables)
          .matches(DynamoDbException::isThrottlingException);
    }
    assertThat(agents).hasSize(1);
  }

  @Test
  @DisplayName("F-35: a connection that dies is opened once more")
  void f35_opensADeadConnectionOnceMore() throws IOException {
    try (ServerSocket dying = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      System.setProperty(ENDPOINT, "http://127.0.0.1:" + dying.getLocalPort());
      AtomicInteger connections = new AtomicInteger();
      Thread.startVirtualThread(() -> hangUp(dying, connections));
      try (var client = Dynamo.impatient(new Environment(Map.of()), Duration.ofSeconds(2))) {
        assertThatExceptionOfType(SdkClientException.class).isThrownBy(client::listTables);
      }
      assertThat(connections.get()).isBetween(2, 4);
    }
  }

  private static void hangUp(ServerSocket server, AtomicInteger connections) {
    while (true) {
      try (Socket each = server.accept()) {
        connections.incrementAndGet();
        each.getInputStream().read();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private String agentOf(Map<String, String> variables) {
    try (var client = Dynamo.connect(new Environment(variables))) {
      client.listTables();
    }
    return agents.getFirst();
  }
}
