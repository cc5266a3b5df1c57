package app.oegukmin.menucrawler;

import app.oegukmin.menucrawler.MenuCrawl.Summary;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.job.Job;
import app.oegukmin.shared.job.JobTable;
import app.oegukmin.shared.log.LogContext;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Brings the menus of this week and the next up to date, on a schedule or by hand, with any event.
 * A run in which no feed could be read fails, so that it is tried again (D-M8).
 */
public final class MenuCrawlerHandler implements RequestHandler<Object, Summary> {

  private final MenuCrawl crawl;
  private final JobTable jobs;
  private final LogContext log = new LogContext();

  /** The function on Lambda. */
  public MenuCrawlerHandler() {
    this(System.getenv(), Clock.systemUTC());
  }

  /** The function with an environment, which otherwise belongs to the process. */
  public MenuCrawlerHandler(Map<String, String> variables, Clock clock) {
    this(variables, clock, MenuCrawl.PATIENCE);
  }

  MenuCrawlerHandler(Map<String, String> variables, Clock clock, Duration patience) {
    Environment environment = new Environment(variables);
    this.crawl = MenuCrawl.of(environment, clock, patience);
    this.jobs = new JobTable(Dynamo.connect(environment), environment.require("JOB_TABLE"), clock);
  }

  @Override
  public Summary handleRequest(Object event, Context context) {
    return log.call(context, "schedule", this::run);
  }

  private Summary run() {
    Summary summary = crawl.run();
    jobs.done(Job.MENUS);
    return summary;
  }
}
