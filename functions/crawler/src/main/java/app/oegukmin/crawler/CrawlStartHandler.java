package app.oegukmin.crawler;

import app.oegukmin.crawler.CrawlRun.Begun;
import app.oegukmin.crawler.site.Boards;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.job.JobTable;
import app.oegukmin.shared.log.LogContext;
import app.oegukmin.shared.work.CrawlWork;
import app.oegukmin.shared.work.WorkQueue;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Begins runs of the crawler, on schedules or by hand, and responds with {@code {"run": …,
 * "boards": [names]}}: it puts the first page of each board on the crawl queue.
 */
public final class CrawlStartHandler implements RequestHandler<Map<String, Object>, Begun> {

  private final CrawlRun run;
  private final JobTable jobs;
  private final LogContext log = new LogContext();

  /** On Lambda. */
  public CrawlStartHandler() {
    this(System.getenv(), Clock.systemUTC());
  }

  /** With the variables of the template. */
  public CrawlStartHandler(Map<String, String> environment, Clock clock) {
    Environment variables = new Environment(environment);
    WorkQueue<CrawlWork> queue =
        new WorkQueue<>(SqsClient.create(), variables.require("CRAWL_QUEUE_URL"));
    this.run = new CrawlRun(Boards.load(), queue, clock);
    this.jobs = new JobTable(Dynamo.connect(variables), variables.require("JOB_TABLE"), clock);
  }

  /**
   * Begins a run.
   *
   * @param event a {@link CrawlStart}
   * @throws IllegalArgumentException when a name is no board's; nothing is crawled then
   */
  @Override
  public Begun handleRequest(Map<String, Object> event, Context context) {
    return log.call(context, "schedule", () -> begin(CrawlStart.of(event)));
  }

  private Begun begin(CrawlStart start) {
    Begun begun = run.begin(start);
    start.job().ifPresent(jobs::done);
    return begun;
  }
}
