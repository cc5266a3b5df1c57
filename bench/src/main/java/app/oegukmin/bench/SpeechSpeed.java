package app.oegukmin.bench;

import app.oegukmin.engines.Clients;
import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.engines.Tables;
import app.oegukmin.local.service.AzureServer;
import app.oegukmin.local.service.SsmServer;
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
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What a recording costs in the packaged speech function under the real Lambda runtime interface
 * client, with an Azure that responds at once: processor time and memory from its start on, then
 * warm; and how long a file takes that is made to be refused late.
 */
public final class SpeechSpeed {

  private static final int WARM_UP = 30;
  private static final int CALLS = 30;
  private static final PrintStream OUT = System.out;

  private final LambdaTask task;
  private final List<String> options;
  private final Path work;
  private final SpeechEvents events;

  private SpeechSpeed(LambdaTask task, List<String> options, Path work, SpeechEvents events) {
    this.task = task;
    this.options = options;
    this.work = work;
    this.events = events;
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
              Map.of("AzureSpeechUrl", azure.uri().toString(), "SpeechMonthlySeconds", "0"),
              new LocalNames("", URI.create("http://sqs.invalid")));
      try (DynamoDbClient dynamodb = Clients.dynamodb(engines.dynamodb())) {
        Tables.createMissing(dynamodb, template.tables());
      }
      Map<String, String> variables = new HashMap<>(Notices.environment(engines.dynamodb(), false));
      variables.putAll(template.function("SpeechFunction").environment());
      LambdaTask task =
          new LambdaTask(
              root.resolve("functions/speech/target/lambda"),
              template.function("SpeechFunction").code().handler(),
              variables);
      List<String> options = List.of("-Daws.endpointUrlSsm=" + ssm.endpoint());
      new SpeechSpeed(task, options, work, new SpeechEvents(root)).run();
    }
  }

  private void run() throws Exception {
    for (int[] form : new int[][] {{16_000, 1}, {44_100, 2}}) {
      measure("5 s, %,d Hz, %d ch.".formatted(form[0], form[1]), form[0], form[1]);
    }
    measureRefusal("4 MB of empty chunks", events.emptyChunks());
    measureRefusal("size of 2^32 - 1", events.endlessChunk());
  }

  private void measure(String name, int rate, int channels) throws Exception {
    try (RuntimeApi api = new RuntimeApi();
        LambdaProcess lambda = LambdaProcess.start(api, task, options, work.resolve("log"))) {
      long start = System.nanoTime();
      api.awaitReady();
      long ready = System.nanoTime();
      expect(200, api.invoke(events.recording(0, rate, channels)));
      OUT.printf(
          "%-24s cold: CPU %d ms, init %d ms, first response %d ms%n",
          name, lambda.cpu().toMillis(), millis(start, ready), millis(ready, System.nanoTime()));
      calls(api, IntStream.rangeClosed(1, WARM_UP), rate, channels);
      Duration before = lambda.cpu();
      calls(api, IntStream.rangeClosed(WARM_UP + 1, WARM_UP + CALLS), rate, channels);
      OUT.printf(
          "%-24s warm: CPU %d ms a call, peak %d MB%n",
          name, lambda.cpu().minus(before).toMillis() / CALLS, lambda.peak());
    }
  }

  private void calls(RuntimeApi api, IntStream seeds, int rate, int channels)
      throws InterruptedException, IOException {
    for (int seed : seeds.toArray()) {
      expect(200, api.invoke(events.recording(seed, rate, channels)));
    }
  }

  private void measureRefusal(String name, byte[] event) throws Exception {
    try (RuntimeApi api = new RuntimeApi();
        LambdaProcess lambda = LambdaProcess.start(api, task, options, work.resolve("log"))) {
      api.awaitReady();
      expect(400, api.invoke(event));
      Duration before = lambda.cpu();
      long start = System.nanoTime();
      for (int i = 0; i < CALLS; i++) {
        expect(400, api.invoke(event));
      }
      OUT.printf(
          "%-24s refused: CPU %d ms, %d ms a call, peak %d MB%n",
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
