package app.oegukmin.local.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.local.api.RestApi;
import app.oegukmin.local.function.sample.ProbeFunction;
import app.oegukmin.local.function.sample.SlowFunction;
import app.oegukmin.template.Api;
import app.oegukmin.template.LambdaFunction;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Route;
import app.oegukmin.template.Template;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many executions run at once in the account, and what the others are told. */
class ConcurrencyTest {

  private static final int NEW_ACCOUNT = 10;

  @TempDir private Path root;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(root.resolve("calls"));
  }

  private FunctionHost host(int concurrency, LambdaFunction... functions) throws IOException {
    return new FunctionHost(
        List.of(functions), root, root.resolve("logs"), InstantSource.system(), concurrency);
  }

  private LambdaFunction probe(String logicalId) throws IOException {
    return Packaged.function(root, ProbeFunction.class, logicalId);
  }

  private String hold(FunctionHost host, String function) throws FunctionError {
    return invoke(host, function, "hold:" + folder);
  }

  private static String invoke(FunctionHost host, String function, String event)
      throws FunctionError {
    return new String(host.invoke(function, event.getBytes(UTF_8)), UTF_8);
  }

  @Test
  void countsTheExecutionsOfAllFunctions() throws Exception {
    try (FunctionHost host = host(NEW_ACCOUNT, probe("One"), probe("Two"));
        HeldCalls calls = new HeldCalls(folder)) {
      calls.begin(6, () -> hold(host, "One"));
      calls.begin(4, () -> hold(host, "Two"));
      assertThatThrownBy(() -> invoke(host, "One", "calls:"))
          .isInstanceOf(TooManyRequestsException.class)
          .hasMessage("Rate Exceeded. Reason: ConcurrentInvocationLimitExceeded");
      assertThat(calls.letGo()).hasSize(NEW_ACCOUNT).containsOnly("let go");
      assertThat(invoke(host, "One", "calls:")).isEqualTo("1");
    }
  }

  @Test
  void setsReservedExecutionsApart() throws Exception {
    LambdaFunction reserving = Packaged.reserving(2, probe("Two"));
    try (FunctionHost host = host(102, probe("One"), reserving);
        HeldCalls calls = new HeldCalls(folder)) {
      calls.begin(2, () -> hold(host, "Two"));
      assertThatThrownBy(() -> invoke(host, "Two", "calls:"))
          .isInstanceOf(TooManyRequestsException.class)
          .hasMessage("Rate Exceeded. Reason: ReservedFunctionConcurrentInvocationLimitExceeded");
      assertThat(invoke(host, "One", "calls:")).isEqualTo("1");
      calls.letGo();
    }
  }

  @Test
  void refusesReservationsThatLambdaWouldRefuse() throws IOException {
    LambdaFunction reserving = Packaged.reserving(1, probe("One"));
    assertThatThrownBy(() -> host(NEW_ACCOUNT, reserving))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Reserved executions leave 9 of the account's 10; Lambda demands 10.");
  }

  @Test
  void endsIdleInstancesWhereThereIsNoRoomForAnother() throws Exception {
    List<LambdaFunction> functions = List.of(probe("One"), probe("Two"));
    Concurrency concurrency = new Concurrency(NEW_ACCOUNT, functions);
    Path logs = root.resolve("logs");
    try (FunctionHost host =
            new FunctionHost(functions, root, logs, InstantSource.system(), concurrency, 4);
        HeldCalls calls = new HeldCalls(folder)) {
      calls.begin(4, () -> hold(host, "One"));
      calls.letGo();
      invoke(host, "Two", "calls:");
      assertThat(host.idleInstances("One")).isEqualTo(3);
      assertThat(host.idleInstances("Two")).isEqualTo(1);
    }
  }

  /** aws §0 #6 (D): the caller is told 500, in the words of the project's template. */
  @Test
  void respondsToTheEleventhCallOfANewAccountAsTheGatewayDoes() throws Exception {
    Route open = open();
    LambdaFunction slow =
        Packaged.function(
            root,
            SlowFunction.class,
            open.function(),
            Map.of("FOLDER", folder.toString()),
            Duration.ofSeconds(20));
    try (FunctionHost host = host(NEW_ACCOUNT, slow);
        RestApi api = new RestApi(api(), host, InstantSource.system(), 0);
        HeldCalls calls = new HeldCalls(folder);
        HttpClient http = HttpClient.newHttpClient()) {
      api.start();
      HttpRequest request = HttpRequest.newBuilder(api.uri().resolve(open.path())).build();
      calls.begin(NEW_ACCOUNT, () -> String.valueOf(send(http, request).statusCode()));
      HttpResponse<String> throttled = send(http, request);
      assertThat(throttled.statusCode()).isEqualTo(500);
      assertThat(throttled.body())
          .isEqualTo("{\"success\":false,\"code\":\"C004\",\"message\":\"Server Error\"}");
      assertThat(calls.letGo()).containsOnly("200");
      assertThat(send(http, request).statusCode()).isEqualTo(200);
    }
  }

  private static HttpResponse<String> send(HttpClient http, HttpRequest request)
      throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** The route that no authorizer guards. */
  private static Route open() throws IOException {
    return api().routes().stream().filter(r -> r.authorizer().isEmpty()).findAny().orElseThrow();
  }

  private static Api api() throws IOException {
    Path file = Path.of(System.getProperty("project.root"), "template.yaml");
    LocalNames names = new LocalNames("", URI.create("http://127.0.0.1:9324"));
    return Template.read(file, Map.of("Local", "true"), names).api().orElseThrow();
  }
}
