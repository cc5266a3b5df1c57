package app.oegukmin.watch;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.local.metric.AlarmState;
import app.oegukmin.local.metric.CloudWatchServer;
import app.oegukmin.local.metric.Metric;
import app.oegukmin.local.metric.MetricLines;
import app.oegukmin.local.metric.MetricStore;
import app.oegukmin.shared.job.Job;
import app.oegukmin.shared.job.JobTable;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.LambdaJson;
import app.oegukmin.testkit.Stack;
import app.oegukmin.watch.Watch.Seen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-36: what no alarm can see by itself becomes three numbers that alarms watch. */
@Tag("process")
class WatchTest {

  @RegisterExtension
  static final Stack STACK =
      Stack.of(
          "JobTable",
          "CrawlQueue",
          "TranslateQueue",
          "RemovalQueue",
          "MenuOrderQueue",
          "IndexQueue",
          "PushQueue",
          "StreamFailureQueue");

  private static final Duration LOOK = Duration.ofMinutes(5);

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-20T03:00:00Z"));
  private final MetricStore store = new MetricStore();
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private CloudWatchServer cloudWatch;
  private JobTable jobs;

  @BeforeEach
  void start() throws IOException {
    STACK.clear();
    cloudWatch = CloudWatchServer.start(store, clock);
    System.setProperty("aws.endpointUrlCloudWatch", cloudWatch.endpoint().toString());
    jobs = new JobTable(STACK.dynamodb(), STACK.table("JobTable"), clock);
  }

  @AfterEach
  void stop() {
    System.clearProperty("aws.endpointUrlCloudWatch");
    cloudWatch.close();
  }

  @Test
  void aNewStackIsQuietAfterTwentyMinutes() {
    assertThat(ringing()).as("nobody has looked yet").containsExactly("MissedRunsAlarm");
    settle();
    assertThat(look(Map.of())).isEqualTo(new Seen(0, 0, 0));
    assertThat(ringing()).isEmpty();
  }

  @Test
  @DisplayName("F-36: work that waits for more than three hours rings, whichever source it is of")
  void f36_tellsOfOldWork() {
    settle();
    Metric queue = sqs("TranslateQueue");
    store.put(queue, clock.instant(), 3 * 3600 + 60);
    clock.advance(LOOK);

    assertThat(look(Map.of()).oldestMessageAge()).isEqualTo(3 * 3600 + 60);
    assertThat(ringing()).containsExactly("OldestMessageAlarm");

    settle();
    store.put(queue, clock.instant().minusSeconds(60), 10);
    assertThat(look(Map.of()).oldestMessageAge()).isEqualTo(10);
    assertThat(ringing()).isEmpty();

    String reader = STACK.environment("DispatcherFunction").get("AWS_LAMBDA_FUNCTION_NAME");
    Metric stream = new Metric("AWS/Lambda", "IteratorAge", Map.of("FunctionName", reader));
    store.put(stream, clock.instant().minusSeconds(1), 4 * 3_600_000);
    assertThat(look(Map.of()).oldestMessageAge()).isEqualTo(4 * 3600);
  }

  @Test
  @DisplayName("F-36, F-20: a dead letter of any queue rings")
  void f36_tellsOfDeadLetters() {
    settle();
    for (String queue : List.of("CrawlDeadLetters", "StreamFailureQueue")) {
      STACK.sqs().sendMessage(send -> send.queueUrl(STACK.queue(queue)).messageBody("{}"));
    }
    assertThat(look(Map.of()).deadLetters()).isEqualTo(2);
    assertThat(ringing()).containsExactly("DeadLettersAlarm");
  }

  @Test
  @DisplayName("F-9, F-36: a job that is late rings, also one that has never run")
  void f36_tellsOfMissedRuns() {
    look(Map.of());
    clock.advance(Duration.ofHours(1));
    jobs.done(Job.CRAWL);
    jobs.done(Job.VIEW_FLUSH);
    assertThat(look(Map.of()).missedRuns()).as("the rotation of keys").isOne();
    clock.advance(LOOK);
    assertThat(look(Map.of()).missedRuns()).isOne();
    clock.advance(LOOK);
    assertThat(ringing()).containsExactly("MissedRunsAlarm");

    jobs.done(Job.KEY_ROTATION);
    assertThat(look(Map.of()).missedRuns()).isZero();
  }

  @Test
  void expectsFirebasesKeysWhereThereIsAProject() {
    Map<String, String> project = Map.of("FIREBASE_PROJECT_ID", "some-project");
    look(project);
    clock.advance(Duration.ofMinutes(150));
    jobs.done(Job.KEY_ROTATION);
    jobs.done(Job.VIEW_FLUSH);
    assertThat(look(Map.of()).missedRuns()).isZero();
    assertThat(look(project).missedRuns()).isOne();
  }

  @Test
  @DisplayName("F-36: a watch that does not look rings, too")
  void f36_tellsOfItsOwnSilence() {
    settle();
    clock.advance(Duration.ofMinutes(20));
    assertThat(ringing()).containsExactly("MissedRunsAlarm");
  }

  private void settle() {
    for (int i = 0; i < 4; i++) {
      look(Map.of());
      clock.advance(LOOK);
    }
  }

  private Seen look(Map<String, String> more) {
    lines.reset();
    Map<String, String> environment = new HashMap<>(STACK.environment("WatchFunction"));
    environment.putAll(more);
    PrintStream out = new PrintStream(lines, true, StandardCharsets.UTF_8);
    WatchHandler handler = new WatchHandler(environment, clock, out);
    Map<?, ?> event = LambdaJson.read(STACK.event("watch-often"), Map.class);
    Seen seen = handler.handleRequest(Map.of("source", event.get("source")), null);
    new MetricLines(store).read(lines.toString(StandardCharsets.UTF_8));
    return seen;
  }

  private List<String> ringing() {
    return STACK.alarms().stream()
        .filter(alarm -> alarm.dimensions().containsValue("watch"))
        .filter(alarm -> new AlarmState(store).rings(alarm, clock.instant()))
        .map(alarm -> alarm.logicalId())
        .toList();
  }

  private static Metric sqs(String queue) {
    String url = STACK.queue(queue);
    return new Metric(
        "AWS/SQS",
        "ApproximateAgeOfOldestMessage",
        Map.of("QueueName", url.substring(url.lastIndexOf('/') + 1)));
  }
}
