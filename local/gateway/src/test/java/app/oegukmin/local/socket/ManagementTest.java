package app.oegukmin.local.socket;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.template.LambdaFunction;
import app.oegukmin.template.Statement;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code @connections} as functions call it. */
class ManagementTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final List<Statement> MANAGE =
      List.of(
          new Statement(
              List.of("execute-api:ManageConnections"),
              List.of(
                  "arn:aws:execute-api:ap-northeast-2:000000000000:socket/live/POST/@connections/*"),
              List.of()));

  private TestSocket api;
  private SocketClient client;
  private String id;

  @BeforeEach
  void start() throws Exception {
    api =
        new TestSocket(
            List.of(
                function("Poster", MANAGE, false),
                function("Inside", MANAGE, true),
                function("Other", List.of(), false)));
    client = SocketClient.connect(api.server().uri());
    id = api.event("$connect").at("/requestContext/connectionId").asText();
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    api.close();
  }

  private static LambdaFunction function(String name, List<Statement> policy, boolean inVpc) {
    return new LambdaFunction(
        name,
        name,
        new LambdaFunction.Code("x", "x"),
        Map.of(),
        new LambdaFunction.Limits(Duration.ofSeconds(1), 256, OptionalInt.empty(), false),
        List.of(),
        policy,
        inVpc);
  }

  private HttpResponse<String> call(String method, String id, String caller, String body)
      throws Exception {
    // As the SDK spells the path.
    String path = "/%40connections/" + id.replace("=", "%3D");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(api.server().management() + path))
            .header("User-Agent", caller.isEmpty() ? "test" : "aws-sdk-java/2 app/" + caller)
            .method(method, BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }

  @Test
  void writesToAConnection() throws Exception {
    assertThat(call("POST", id, "Poster", "{\"n\":1}").statusCode()).isEqualTo(200);
    assertThat(client.next()).isEqualTo("{\"n\":1}");
  }

  /** In four frames and more, cut between characters. */
  @Test
  void writesALongMessageInWholeCharacters() throws Exception {
    String text = "😀".repeat(32 * 1024);
    assertThat(call("POST", id, "", text).statusCode()).isEqualTo(200);
    assertThat(client.next()).isEqualTo(text);
  }

  @Test
  void refusesAMessageThatIsTooLong() throws Exception {
    HttpResponse<String> response = call("POST", id, "Poster", "x".repeat(128 * 1024 + 1));
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.headers().firstValue("x-amzn-ErrorType"))
        .contains("PayloadTooLargeException");
  }

  @Test
  void saysThatAConnectionIsGone() throws Exception {
    client.sayGoodbye();
    api.event("$disconnect");
    HttpResponse<String> response = call("POST", id, "Poster", "x");
    assertThat(response.statusCode()).isEqualTo(410);
    assertThat(response.headers().firstValue("x-amzn-ErrorType")).contains("GoneException");
  }

  @Test
  void describesAConnection() throws Exception {
    HttpResponse<String> response = call("GET", id, "", "");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .contains("\"connectedAt\":\"2026-11-22T01:02:03.004Z\"")
        .contains("\"sourceIp\":\"127.0.0.1\"");
  }

  @Test
  void endsAConnection() throws Exception {
    assertThat(call("DELETE", id, "", "").statusCode()).isEqualTo(204);
    assertThat(client.closed()).isEqualTo(1000);
  }

  @Test
  void asksTheCallersPolicy() throws Exception {
    assertThat(call("POST", id, "Other", "x").statusCode()).isEqualTo(403);
    assertThat(call("POST", id, "Nobody", "x").statusCode()).isEqualTo(403);
    HttpResponse<String> response = call("DELETE", id, "Poster", "x");
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).contains("live/DELETE/@connections/" + id);
  }

  /** On AWS the call would not arrive; here it is told why. */
  @Test
  void refusesAFunctionInTheVpc() throws Exception {
    HttpResponse<String> response = call("POST", id, "Inside", "x");
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).contains("Inside is in the VPC");
  }
}
