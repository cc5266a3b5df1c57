package app.oegukmin.qna.picture;

import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.job.Job;
import app.oegukmin.shared.job.JobTable;
import app.oegukmin.shared.log.LogContext;
import app.oegukmin.shared.picture.PictureBucket;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Removes, each hour, pictures whose post was never stored; responds with {@code {"posts": n}}. */
public final class PictureSweepHandler
    implements RequestHandler<Map<String, Object>, PictureSweepHandler.Swept> {

  /** Of how many posts pictures were removed. */
  public record Swept(int posts) {}

  private final PictureSweep sweep;
  private final JobTable jobs;
  private final LogContext log = new LogContext();

  /** On Lambda. */
  public PictureSweepHandler() {
    this(System.getenv());
  }

  /** With the variables of the template. */
  public PictureSweepHandler(Map<String, String> variables) {
    this(variables, Clock.systemUTC());
  }

  PictureSweepHandler(Map<String, String> variables, Clock clock) {
    Environment environment = new Environment(variables);
    DynamoDbClient dynamo = Dynamo.connect(environment);
    this.sweep =
        new PictureSweep(
            new PendingTable(dynamo, environment.require("PENDING_TABLE")),
            new PictureBucket(PictureBucket.connect(), environment.require("MEDIA_BUCKET")),
            clock);
    this.jobs = new JobTable(dynamo, environment.require("JOB_TABLE"), clock);
  }

  @Override
  public Swept handleRequest(Map<String, Object> event, Context context) {
    return log.call(context, "schedule", this::run);
  }

  private Swept run() {
    Swept swept = new Swept(sweep.run());
    jobs.done(Job.PICTURE_SWEEP);
    return swept;
  }
}
