package app.oegukmin.bench;

import app.oegukmin.engines.Clients;
import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.engines.Tables;
import app.oegukmin.local.service.AzureServer;
import app.oegukmin.local.service.SsmServer;
import app.oegukmin.template.LambdaFunction;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Template;
import app.oegukmin.testkit.LambdaProcess;
import app.oegukmin.testkit.LambdaTask;
import app.oegukmin.testkit.RuntimeApi;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What a recording costs in the packaged speech function under the real Lambda runtime interface
 * client, with an Azure that responds at once: processor time and memory from its start on, then
 * warm; and how long a file takes that is made to be refused late.
 */
public final class SpeechSpeed {

  private static final int ROUNDS = 5;
  private static final int WARM_UP = 30;
  private static final int CALLS = 30;
  private static final PrintStream OUT = System.out;

  private final Path root;
  private final Path work;
  private final URI dynamodb;
  private final LambdaFunction function;
  private final List<String> options;
  private final SpeechEvents events;
  private int seed;

  private SpeechSpeed(Path root, Path work, URI dynamodb, LambdaFunction function, URI ssm)
      throws IOException {
    this.root = root;
    this.work = work;
    this.dynamodb = dynamodb;
    this.function = function;
    this.options = List.of("-Daws.endpointUrlSsm=" + ssm);
    this.events = new SpeechEvents(root);
  }

  /** Prints a table; needs everything packaged. */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(System.getProperty("project.root"));
    Path work = Files.createDirectories(root.resolve("bench/target/speech"));
    Clock clock = Clock.systemUTC();
    try (Engines engines = Engines.start(Set.of(Engine.DYNAMODB), Optional.empty(), work);
        AzureServer azure = AzureServer.start(clock);
        SsmServer ssm = SsmServer.start(name -> Optional.of("key"), clock)) {
      Template template =
          Template.read(
              root.resolve("template.yaml"),
              Map.of(
                  "Local", "true",
                  "AzureSpeechUrl", azure.uri().toString(),
                  "SpeechMonthlySeconds", "0"),
              new LocalNames("", URI.create("http://sqs.invalid")));
      try (DynamoDbClient dynamodb = Clients.dynamodb(engines.dynamodb())) {
        Tables.createMissing(dynamodb, template.tables());
      }
      LambdaFunction function = template.function("SpeechFunction");
      new SpeechSpeed(root, work, engines.dynamodb(), function, ssm.endpoint()).run();
    }
  }

  private void run() throws Exception {
    measureCold("16 kHz, not primed", false);
    measureCold("16 kHz, primed", true);
    measureWarm("16 kHz, mono", 16_000, 1);
    measureWarm("44.1 kHz, stereo", 44_100, 2);
    measureRefusal("4 MB of empty chunks", events.emptyChunks());
    measureRefusal("size of 2^32 - 1", events.endlessChunk());
  }

  private LambdaProcess start(RuntimeApi api, boolean restored) throws IOException {
    Map<String, String> variables = new HashMap<>(Notices.environment(dynamodb, restored));
    variables.putAll(function.environment());
    Path task = root.resolve(function.code().uri()).resolve("target/lambda");
    return LambdaProcess.start(
        api,
        new LambdaTask(task, function.code().handler(), variables),
        options,
        work.resolve("log"));
  }

  private void measureCold(String name, boolean restored) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      try (RuntimeApi api = new RuntimeApi();
          LambdaProcess lambda = start(api, restored)) {
        api.awaitReady();
        long ready = System.nanoTime();
        if (restored) {
          api.restore();
        }
        seed++;
        expect(200, api.invoke(events.recording(seed, 16_000, 1)));
        OUT.printf(
            "%-22s cold: CPU %d ms, init %d ms, first response %d ms%n",
            name, lambda.cpu().toMillis(), millis(start, ready), millis(ready, System.nanoTime()));
      }
    }
  }

  private void measureWarm(String name, int rate, int channels) throws Exception {
    try (RuntimeApi api = new RuntimeApi();
        LambdaProcess lambda = start(api, false)) {
      api.awaitReady();
      calls(api, WARM_UP, rate, channels);
      Duration before = lambda.cpu();
      calls(api, CALLS, rate, channels);
      OUT.printf(
          "%-22s warm: CPU %d ms a call, peak %d MB%n",
          name, lambda.cpu().minus(before).toMillis() / CALLS, lambda.peak());
    }
  }

  /** Each call has a recording of its own, or its scores would be kept already. */
  private void calls(RuntimeApi api, int count, int rate, int channels)
      throws InterruptedException, IOException {
    for (int i = 0; i < count; i++) {
      seed++;
      expect(200, api.invoke(events.recording(seed, rate, channels)));
    }
  }

  private void measureRefusal(String name, byte[] event) throws Exception {
    try (RuntimeApi api = new RuntimeApi();
        LambdaProcess lambda = start(api, false)) {
      api.awaitReady();
      expect(400, api.invoke(event));
      Duration before = lambda.cpu();
      long start = System.nanoTime();
      for (int i = 0; i < CALLS; i++) {
        expect(400, api.invoke(event));
      }
      OUT.printf(
          "%-22s refused: CPU %d ms, %d ms a call, peak %d MB%n",
          name,
          lambda.cpu().minus(before).toMillis() / CALLS,
          millis(start, System.nanoTime()) / CALLS,
          lambda.peak());
    }
  }

  private static long millis(long from, long to) {
    return (to - from) / 1_000_000;
  }

  private static void expect(int status, RuntimeApi.Response response) {
    if (response.failed() || !response.body().contains("\"statusCode\":" + status)) {
      throw new IllegalStateException("Unexpected response: " + response.body());
    }
  }
}
