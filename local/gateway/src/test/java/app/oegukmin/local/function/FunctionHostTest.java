package app.oegukmin.local.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.oegukmin.local.function.sample.PlainFunction;
import app.oegukmin.local.function.sample.ProbeFunction;
import app.oegukmin.local.function.sample.TimedFunction;
import app.oegukmin.template.LambdaFunction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionHostTest {

  private static final int CONCURRENCY = 30;

  @TempDir private Path root;
  private Instant now = Instant.parse("2026-11-22T00:00:00Z");
  private FunctionHost host;

  @BeforeEach
  void packageFunctions() throws IOException {
    host =
        host(
            Packaged.function(root, ProbeFunction.class, "One", Map.of("A", "1"), seconds(20)),
            Packaged.function(root, ProbeFunction.class, "Two"),
            Packaged.function(root, PlainFunction.class, "Plain"),
            Packaged.function(root, TimedFunction.class, "Timed"));
  }

  @AfterEach
  void close() throws IOException {
    host.close();
  }

  private FunctionHost host(LambdaFunction... functions) throws IOException {
    return new FunctionHost(List.of(functions), root, root.resolve("logs"), () -> now, CONCURRENCY);
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  private String invoke(String function, String event) throws FunctionError {
    return text(host.invoke(function, event.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private String log(String function) throws IOException {
    return Files.readString(root.resolve("logs").resolve(function + ".log"));
  }

  @ParameterizedTest
  @CsvSource({
    "A, 1",
    "AWS_LAMBDA_FUNCTION_NAME, t-One",
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE, 256",
    "AWS_REGION, ap-northeast-2",
    "NOTHING, null"
  })
  void givesTheEnvironmentThroughTheConstructor(String variable, String value)
      throws FunctionError {
    assertThat(invoke("One", "environment:" + variable)).isEqualTo(value);
  }

  @Test
  void takesTheConstructorWithoutArgumentsWhereThereIsNoOther() throws FunctionError {
    assertThat(invoke("Plain", "hello")).isEqualTo("hello");
  }

  @Test
  void givesAHandlerThatTakesOneItsClock() throws FunctionError {
    assertThat(invoke("Timed", "")).isEqualTo(now.toString());
    now = now.plusSeconds(1);
    assertThat(invoke("Timed", "")).isEqualTo(now.toString());
  }

  @Test
  void givesEveryFunctionClassesOfItsOwn() throws FunctionError {
    assertThat(invoke("One", "calls:")).isEqualTo("1");
    assertThat(invoke("One", "calls:")).isEqualTo("2");
    assertThat(invoke("Two", "calls:")).isEqualTo("1");
    assertThat(invoke("One", "loader:")).isEqualTo("true");
  }

  @Test
  void tellsTheFunctionWhoItIsAndHowLongItHas() throws FunctionError {
    assertThat(invoke("One", "context:"))
        .isEqualTo(
            "t-One 256 20000 arn:aws:lambda:ap-northeast-2:000000000000:function:t-One:live");
  }

  @ParameterizedTest
  @CsvSource({"throw, java.lang.IllegalArgumentException", "error, java.lang.AssertionError"})
  void reportsWhatTheFunctionThrows(String command, String type) throws IOException {
    FunctionError error =
        catchThrowableOfType(FunctionError.class, () -> invoke("One", command + ":Unauthorized"));
    assertThat(error.type()).isEqualTo(type);
    assertThat(error).hasMessage("Unauthorized");
    assertThat(log("One")).contains("ERROR " + type + ": Unauthorized").contains("\tat ");
  }

  @Test
  void keepsAnInstanceThatThrew() throws FunctionError {
    String before = invoke("One", "instance:");
    assertThatThrownBy(() -> invoke("One", "throw:x")).isInstanceOf(FunctionError.class);
    assertThat(invoke("One", "instance:")).isEqualTo(before);
  }

  @Test
  void reportsAConstructorThatThrowsAndTriesAgain() throws IOException {
    host.close();
    host =
        host(
            Packaged.function(
                root, ProbeFunction.class, "Bad", Map.of("BROKEN", "1"), seconds(20)));
    for (int attempt = 0; attempt < CONCURRENCY + 1; attempt++) {
      FunctionError error =
          catchThrowableOfType(FunctionError.class, () -> invoke("Bad", "calls:"));
      assertThat(error.type()).isEqualTo("java.lang.IllegalStateException");
      assertThat(error).hasMessage("Missing environment variable X");
    }
  }

  @Test
  void reportsAHandlerThatIsNotThere() throws IOException {
    LambdaFunction packaged = Packaged.function(root, ProbeFunction.class, "Lost");
    host.close();
    host =
        host(
            new LambdaFunction(
                "Lost",
                "t",
                new LambdaFunction.Code("app.oegukmin.Nobody", packaged.code().uri()),
                Map.of(),
                packaged.limits(),
                List.of(),
                List.of(),
                false));
    FunctionError error = catchThrowableOfType(FunctionError.class, () -> invoke("Lost", "x:"));
    assertThat(error.type()).isEqualTo("Runtime.ClassNotFound");
    assertThat(error).hasMessage("Class not found: app.oegukmin.Nobody");
  }

  @Test
  @DisplayName("§2 #21 (D), §1.1 timeout (I) a function ends by its own timeout, an authorizer too")
  void endsARequestThatTakesTooLongAndItsInstance() throws IOException, FunctionError {
    host.close();
    host =
        host(
            Packaged.function(root, ProbeFunction.class, "Slow", Map.of(), Duration.ofMillis(300)));
    String before = invoke("Slow", "instance:");
    FunctionError error =
        catchThrowableOfType(FunctionError.class, () -> invoke("Slow", "hold:" + root));
    assertThat(error.type()).isEqualTo("Sandbox.Timedout");
    assertThat(error)
        .hasMessageMatching("RequestId: [-0-9a-f]{36} Error: Task timed out after 0.30 seconds");
    assertThat(invoke("Slow", "instance:")).isNotEqualTo(before);
    assertThat(log("Slow")).contains("Task timed out after 0.30 seconds");
  }

  /** aws §2 #28 (M). The probe throws when it meets itself. */
  @Test
  @DisplayName("§2 #28 (M, from memory) an instance has one request at a time")
  void givesAnInstanceOneRequestAtATimeAndGrowsWithDemand() throws Exception {
    assertThat(callAtOnce(CONCURRENCY)).containsOnly("let go").hasSize(CONCURRENCY);
    assertThat(host.idleInstances("One")).isEqualTo(CONCURRENCY);
  }

  @Test
  void givesUpIdleInstancesButTheLastUsed() throws Exception {
    callAtOnce(3);
    now = now.plusSeconds(30);
    String used = invoke("One", "instance:");
    host.shrink(seconds(60));
    assertThat(host.idleInstances("One")).isEqualTo(3);

    now = now.plusSeconds(70);
    host.shrink(seconds(60));
    assertThat(host.idleInstances("One")).isEqualTo(1);
    assertThat(invoke("One", "instance:")).isEqualTo(used);
  }

  private List<String> callAtOnce(int calls) throws Exception {
    Path folder = Files.createTempDirectory(root, "calls");
    try (var held = new HeldCalls(folder)) {
      held.begin(calls, () -> invoke("One", "hold:" + folder));
      return held.letGo();
    }
  }

  @Test
  void primesOneInstance() throws FunctionError {
    host.prime("One");
    assertThat(host.idleInstances("One")).isEqualTo(1);
    Set<String> instances = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      instances.add(invoke("One", "instance:"));
    }
    assertThat(instances).hasSize(1);
  }

  @Test
  void writesWhatTheFunctionLogsAndPrintsToItsLog() throws IOException, FunctionError {
    var console = System.out;
    System.setOut(FunctionOutput.around(console));
    try {
      invoke("One", "log:안녕");
      System.out.println("not a function's");
    } finally {
      System.setOut(console);
    }
    assertThat(log("One"))
        .isEqualTo(
            """
            2026-11-22T00:00:00Z INFO context 안녕
            2026-11-22T00:00:00Z INFO runtime 안녕
            2026-11-22T00:00:00Z INFO printed 안녕
            """);
    assertThat(log("Two")).isEmpty();
  }

  /** aws §2 #22 (D): 6 MB each way. */
  @Test
  @DisplayName("§2 #22 (D) payloads above 6 MB, each way")
  void refusesPayloadsAboveSixMegabytes() throws FunctionError {
    int limit = 6 * 1024 * 1024;
    assertThat(host.invoke("Plain", new byte[limit])).hasSize(limit);
    assertThatThrownBy(() -> host.invoke("Plain", new byte[limit + 1]))
        .isInstanceOf(RequestTooLargeException.class);
    FunctionError error =
        catchThrowableOfType(FunctionError.class, () -> invoke("One", "answer:" + (limit + 1)));
    assertThat(error.type()).isEqualTo("Function.ResponseSizeTooLarge");
  }

  @Test
  void saysWhichFunctionThereIsNot() {
    assertThatThrownBy(() -> invoke("Nobody", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no function Nobody");
  }

  @Test
  void saysWhichFunctionIsNotPackaged() throws IOException {
    LambdaFunction function = Packaged.function(root, PlainFunction.class, "Plain");
    assertThatThrownBy(
            () ->
                new FunctionHost(
                    List.of(function), root.resolve("elsewhere"), root, () -> now, CONCURRENCY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Plain is not packaged: ")
        .hasMessageEndingWith("target/lambda does not exist");
  }
}
