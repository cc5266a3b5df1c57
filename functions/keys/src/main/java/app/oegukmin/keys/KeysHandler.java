package app.oegukmin.keys;

import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.job.Job;
import app.oegukmin.shared.job.JobTable;
import app.oegukmin.shared.key.FirebaseKeyTable;
import app.oegukmin.shared.log.LogContext;
import app.oegukmin.shared.metric.Metrics;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.PrintStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Makes and rotates the keys that sign tokens and, where Firebase's project is known, fetches those
 * of Firebase, on a schedule or whenever it is called, with any event. It alone may write them.
 */
public final class KeysHandler implements RequestHandler<Object, Map<String, String>> {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Runnable rotation;
  private final Runnable firebase;
  private final LogContext log = new LogContext();

  /** On Lambda. */
  public KeysHandler() {
    this(System.getenv());
  }

  /** With the variables of the template. */
  public KeysHandler(Map<String, String> variables) {
    this(variables, System.out);
  }

  KeysHandler(Map<String, String> variables, PrintStream metricLines) {
    Environment environment = new Environment(variables);
    DynamoDbClient dynamo = Dynamo.connect(environment);
    Clock clock = Clock.systemUTC();
    Metrics metrics = new Metrics("keys", clock, metricLines);
    JobTable jobs = new JobTable(dynamo, environment.require("JOB_TABLE"), clock);
    KeyRotation rotating = rotation(environment, dynamo, clock);
    this.rotation =
        () -> {
          rotating.run();
          jobs.done(Job.KEY_ROTATION);
        };
    this.firebase =
        environment
            .optional("FIREBASE_PROJECT_ID")
            .map(project -> firebase(environment, dynamo, metrics, clock))
            .<Runnable>map(refresh -> () -> fetch(refresh, jobs))
            .orElse(() -> {});
  }

  KeysHandler(Runnable rotation, Runnable firebase) {
    this.rotation = rotation;
    this.firebase = firebase;
  }

  private static KeyRotation rotation(Environment environment, DynamoDbClient dynamo, Clock clock) {
    Duration access =
        Duration.ofMinutes(Long.parseLong(environment.require("ACCESS_TOKEN_MINUTES")));
    Duration refresh = Duration.ofDays(Long.parseLong(environment.require("REFRESH_TOKEN_DAYS")));
    return new KeyRotation(
        new SigningKeyTable(dynamo, environment.require("KEY_TABLE")),
        Duration.ofDays(Long.parseLong(environment.require("KEY_ROTATION_DAYS"))),
        access.compareTo(refresh) > 0 ? access : refresh,
        new SecureRandom(),
        clock);
  }

  private static FirebaseRefresh firebase(
      Environment environment, DynamoDbClient dynamo, Metrics metrics, Clock clock) {
    Optional<URI> standIn = environment.optional("FIREBASE_KEYS_URL").map(URI::create);
    return new FirebaseRefresh(
        new FirebaseEndpoint(standIn, PATIENCE, clock),
        new FirebaseKeyTable(dynamo, environment.require("KEY_TABLE")),
        metrics);
  }

  private static void fetch(FirebaseRefresh refresh, JobTable jobs) {
    if (refresh.run()) {
      jobs.done(Job.FIREBASE_KEYS);
    }
  }

  /** Takes any event and responds with {@code {}}. */
  @Override
  public Map<String, String> handleRequest(Object event, Context context) {
    log.run(context, "schedule", this::run);
    return Map.of();
  }

  private void run() {
    // Neither waits for the other's success (F-9). What fails makes the invocation fail.
    try {
      firebase.run();
    } finally {
      rotation.run();
    }
  }
}
