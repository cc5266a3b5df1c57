package app.oegukmin.local.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.oegukmin.local.function.sample.GenericFunction;
import app.oegukmin.local.function.sample.QueueFunction;
import app.oegukmin.local.function.sample.ScheduledFunction;
import app.oegukmin.local.function.sample.StreamFunction;
import app.oegukmin.template.LambdaFunction;
import app.oegukmin.testkit.LambdaProcess;
import app.oegukmin.testkit.LambdaTask;
import app.oegukmin.testkit.RuntimeApi;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.joda.time.DateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("process")
class TypedHandlerTest {

  private static final String MESSAGES =
      """
      {"Records": [{"messageId": "1", "body": "good", "eventSourceARN": "arn", "unheard": {"of": 1}},
                   {"messageId": "2", "body": "bad"}]}
      """;
  private static final String POISON =
      "{\"Records\": [{\"messageId\": \"1\", \"body\": \"worse\"}]}";
  private static final String CHANGES =
      """
      {"Records": [{"eventName": "INSERT", "dynamodb": {
        "ApproximateCreationDateTime": 1795000000, "SequenceNumber": "42",
        "NewImage": {"id": {"N": "7"}, "tags": {"SS": ["a", "b"]}}}}]}
      """;
  private static final String DUE =
      "{\"source\": \"aws.scheduler\", \"detail-type\": \"Scheduled Event\", \"detail\": {},"
          + " \"time\": \"2026-11-22T00:00:00Z\"}";

  @TempDir private Path root;
  private FunctionHost host;

  @BeforeEach
  void packageFunctions() throws IOException {
    host =
        host(
            packaged(QueueFunction.class, "Queue", ""),
            packaged(StreamFunction.class, "Stream", ""),
            packaged(StreamFunction.class, "Other", "another version's"),
            packaged(ScheduledFunction.class, "Schedule", ""),
            packaged(GenericFunction.class, "Generic", ""));
  }

  private LambdaFunction packaged(Class<?> handler, String logicalId, String notes)
      throws IOException {
    LambdaFunction function = Packaged.function(root, handler, logicalId);
    Packaged.dependencies(root, logicalId, notes, DynamodbEvent.class, DateTime.class);
    return function;
  }

  private FunctionHost host(LambdaFunction... functions) throws IOException {
    return new FunctionHost(
        List.of(functions), root, root.resolve("logs"), InstantSource.system(), 2);
  }

  @AfterEach
  void close() throws IOException {
    host.close();
  }

  private String invoke(String function, String event) throws FunctionError {
    return new String(host.invoke(function, event.getBytes(UTF_8)), UTF_8);
  }

  private FunctionError error(String function, String event) {
    return catchThrowableOfType(FunctionError.class, () -> invoke(function, event));
  }

  @Test
  void readsMessagesAndWritesWhichFailed() throws FunctionError {
    assertThat(invoke("Queue", MESSAGES))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}");
  }

  @Test
  void readsChangesWithTheirNamesInCapitalsWhoeverLoadedThemFirst() throws FunctionError {
    String told = "[\"INSERT 42 7 [a, b] 2026-11-18T11:06:40Z\"]";
    assertThat(invoke("Stream", CHANGES)).isEqualTo(told);
    assertThat(invoke("Other", CHANGES)).isEqualTo(told);
  }

  @Test
  void writesNullForNothing() throws IOException, FunctionError {
    assertThat(invoke("Schedule", DUE)).isEqualTo("null");
    assertThat(Files.readString(root.resolve("logs/Schedule.log")))
        .contains("due 2026-11-22T00:00:00.000Z by aws.scheduler");
  }

  @Test
  void reportsWhatTheHandlerThrows() {
    assertThat(error("Queue", POISON).type()).isEqualTo("java.lang.IllegalArgumentException");
  }

  @Test
  void refusesAHandlerThatDoesNotSayWhatItReads() {
    assertThat(error("Generic", "{}"))
        .hasMessage(
            "Class app.oegukmin.local.function.sample.GenericFunction does not implement"
                + " RequestHandler with concrete type parameters");
  }

  @ParameterizedTest
  @CsvSource({"Queue, '[1, 2'", "Queue, nonsense", "Schedule, '{\"time\": \"never\"}'"})
  void reportsAMalformedEventAsTheRuntimeDoes(String function, String event) {
    assertThat(error(function, event).type()).isEqualTo("java.lang.RuntimeException");
    assertThat(error(function, event)).hasMessage("An error occurred during JSON parsing");
  }

  @Test
  void respondsAsUnderTheRealRuntime() throws Exception {
    compare(packaged(QueueFunction.class, "Queue", ""), MESSAGES, POISON, "{}", "[1, 2", "null");
    compare(packaged(StreamFunction.class, "Stream", ""), CHANGES, "{\"Records\": 1}");
    compare(packaged(ScheduledFunction.class, "Schedule", ""), DUE, "{\"time\": \"never\"}");
  }

  private void compare(LambdaFunction function, String... events) throws Exception {
    Path task = root.resolve(function.code().uri()).resolve("target/lambda");
    Path log = root.resolve("real-" + function.logicalId() + ".log");
    Map<String, String> environment = FunctionEnvironment.of(function, task);
    var shipped = new LambdaTask(task, function.code().handler(), environment);
    try (RuntimeApi api = new RuntimeApi();
        LambdaProcess process = LambdaProcess.start(api, shipped, List.of("-Xmx128m"), log)) {
      api.awaitReady();
      for (String event : events) {
        RuntimeApi.Response real = api.invoke(event.getBytes(UTF_8));
        assertThat(played(function, event)).as(event).isEqualTo(told(real));
      }
      assertThat(process.alive()).isTrue();
    }
  }

  private String played(LambdaFunction function, String event) {
    try {
      return invoke(function.logicalId(), event);
    } catch (FunctionError e) {
      return e.type() + ": " + e.getMessage();
    }
  }

  private static String told(RuntimeApi.Response real) throws IOException {
    if (!real.failed()) {
      return real.body();
    }
    JsonNode error = new JsonMapper().readTree(real.body());
    return error.path("errorType").asText() + ": " + error.path("errorMessage").asText();
  }
}
