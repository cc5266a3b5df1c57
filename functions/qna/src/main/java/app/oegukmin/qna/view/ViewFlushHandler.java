package app.oegukmin.qna.view;

import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.job.Job;
import app.oegukmin.shared.job.JobTable;
import app.oegukmin.shared.log.LogContext;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.valkey.Valkey;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Carries the views of the last minute from Valkey to DynamoDB, and responds with {@code {"views":
 * count}}. Without a cache endpoint there is nothing to carry.
 */
public final class ViewFlushHandler
    implements RequestHandler<Map<String, Object>, ViewFlushHandler.Flushed> {

  /** How many views were carried. */
  public record Flushed(long views) {}

  private final Optional<ViewFlush> flush;
  private final JobTable jobs;
  private final LogContext log = new LogContext();

  /** On Lambda. */
  public ViewFlushHandler() {
    this(System.getenv());
  }

  /** With the variables of the template. */
  public ViewFlushHandler(Map<String, String> variables) {
    this(variables, Clock.systemUTC());
  }

  ViewFlushHandler(Map<String, String> variables, Clock clock) {
    Environment environment = new Environment(variables);
    DynamoDbClient dynamo = Dynamo.connect(environment);
    ViewTable table = new ViewTable(dynamo, environment.require("VIEW_TABLE"), clock);
    Metrics metrics = new Metrics("qna", clock, System.out);
    this.flush = Valkey.of(environment, clock).map(valkey -> new ViewFlush(valkey, table, metrics));
    this.jobs = new JobTable(dynamo, environment.require("JOB_TABLE"), clock);
  }

  @Override
  public Flushed handleRequest(Map<String, Object> event, Context context) {
    return log.call(context, "schedule", this::run);
  }

  private Flushed run() {
    Flushed flushed = new Flushed(flush.map(ViewFlush::run).orElse(0L));
    jobs.done(Job.VIEW_FLUSH);
    return flushed;
  }
}
