package app.oegukmin.search;

import app.oegukmin.search.Reindex.Progress;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.job.Job;
import app.oegukmin.shared.job.JobTable;
import app.oegukmin.shared.log.LogContext;
import app.oegukmin.shared.search.IndexStore;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Makes the index anew: each week and after a change of the analysis by its schedule, which looks
 * every hour; and on order, when it is told {@code {"seconds": 20}}, how long this run may take. It
 * responds with {@code {"state": "going", "documents": 1200, "total": 9000}}; while the state is
 * {@code going} whoever ordered it orders again.
 */
public final class ReindexHandler implements RequestHandler<Map<String, Object>, Progress> {

  // The function has ten minutes, and the end of a rebuild takes one of them.
  private static final Duration RUN = Duration.ofMinutes(8);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Progress NOT_YET = new Progress("done", 0, 0);

  private final Reindex reindex;
  private final IndexStore store;
  private final JobTable jobs;
  private final Clock clock;
  private final LogContext log = new LogContext();

  /** On Lambda. */
  public ReindexHandler() {
    this(System.getenv(), Clock.systemUTC());
  }

  /** With the variables of the template. */
  public ReindexHandler(Map<String, String> variables, Clock clock) {
    Environment environment = new Environment(variables);
    DynamoDbClient client = Dynamo.connect(environment);
    this.store = IndexStore.of(environment, client, clock);
    this.reindex =
        new Reindex(
            store,
            new DocumentLists(environment, client),
            new Contents(environment, client),
            clock);
    this.jobs = new JobTable(client, environment.require("JOB_TABLE"), clock);
    this.clock = clock;
  }

  @Override
  public Progress handleRequest(Map<String, Object> event, Context context) {
    return log.call(context, "schedule", () -> run(event));
  }

  private Progress run(Map<String, Object> event) {
    try {
      Progress progress =
          event.get("seconds") instanceof Number seconds
              ? reindex.run(Duration.ofSeconds(Math.clamp(seconds.longValue(), 1, RUN.toSeconds())))
              : weekly();
      jobs.done(Job.REINDEX);
      return progress;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Progress weekly() throws IOException {
    boolean due = store.needsRebuild(clock.instant().minus(WEEK));
    return due ? reindex.run(RUN) : NOT_YET;
  }
}
