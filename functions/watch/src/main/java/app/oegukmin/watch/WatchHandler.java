package app.oegukmin.watch;

import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.job.Job;
import app.oegukmin.shared.job.JobTable;
import app.oegukmin.shared.log.LogContext;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.watch.Watch.Seen;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.PrintStream;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Looks every five minutes at queues and jobs, and responds with {@code {"oldestMessageAge":
 * seconds, "deadLetters": count, "missedRuns": count}}.
 */
public final class WatchHandler implements RequestHandler<Map<String, Object>, Seen> {

  private final Watch watch;
  private final LogContext log = new LogContext();

  /** On Lambda. */
  public WatchHandler() {
    this(System.getenv());
  }

  /** With the variables of the template. */
  public WatchHandler(Map<String, String> variables) {
    this(variables, Clock.systemUTC(), System.out);
  }

  WatchHandler(Map<String, String> variables, Clock clock, PrintStream metricLines) {
    Environment environment = new Environment(variables);
    this.watch =
        new Watch(
            Waiting.of(
                environment.require("WATCHED_QUEUES"), environment.require("WATCHED_FUNCTIONS")),
            new Ages(CloudWatchClient.create(), clock),
            new DeadLetters(SqsClient.create(), environment.require("DEAD_LETTER_URLS")),
            new Watch.Jobs(
                expected(environment),
                new JobTable(Dynamo.connect(environment), environment.require("JOB_TABLE"), clock),
                clock),
            new Metrics("watch", clock, metricLines));
  }

  private static Set<Job> expected(Environment environment) {
    Set<Job> jobs = EnumSet.allOf(Job.class);
    if (environment.optional("FIREBASE_PROJECT_ID").isEmpty()) {
      jobs.remove(Job.FIREBASE_KEYS);
    }
    return jobs;
  }

  @Override
  public Seen handleRequest(Map<String, Object> event, Context context) {
    return log.call(context, "schedule", watch::run);
  }
}
