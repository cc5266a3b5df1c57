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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

@Tag("process")
class DynamoTest {

  private static final String ENDPOINT = "aws.endpointUrlDynamoDb";

  @RegisterExtension static final Stack STACK = Stack.of("UserTable");

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
          byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
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

  private String agentOf(Map<String, String> variables) {
    try (var client = Dynamo.connect(new Environment(variables))) {
      client.listTables();
    }
    return agents.getFirst();
  }
}
