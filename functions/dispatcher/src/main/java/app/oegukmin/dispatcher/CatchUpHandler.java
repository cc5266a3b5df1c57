package app.oegukmin.dispatcher;

import app.oegukmin.dispatcher.CatchUp.Asked;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.job.Job;
import app.oegukmin.shared.job.JobTable;
import app.oegukmin.shared.log.LogContext;
import app.oegukmin.shared.menu.MenuTable;
import app.oegukmin.shared.notice.TranslationPeriod;
import app.oegukmin.shared.notice.UntranslatedIndex;
import app.oegukmin.shared.work.WorkQueue;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Asks again, each hour, for translations that are missing, and responds with {@code {"notices":
 * count, "menus": count}} of the messages that it has sent.
 */
public final class CatchUpHandler implements RequestHandler<Map<String, Object>, Asked> {

  private final CatchUp catchUp;
  private final JobTable jobs;
  private final LogContext log = new LogContext();

  /** On Lambda. */
  public CatchUpHandler() {
    this(System.getenv(), Clock.systemUTC());
  }

  /** With the variables of the template. */
  public CatchUpHandler(Map<String, String> variables, Clock clock) {
    Environment environment = new Environment(variables);
    DynamoDbClient dynamo = Dynamo.connect(environment);
    SqsClient sqs = SqsClient.create();
    this.catchUp =
        new CatchUp(
            new UntranslatedIndex(dynamo, environment.require("NOTICE_TABLE")),
            new MenuTable(dynamo, environment.require("MENU_TABLE")),
            new WorkQueue<>(sqs, environment.require("TRANSLATE_QUEUE_URL")),
            new TranslationPeriod(Integer.parseInt(environment.require("TRANSLATE_DAYS"))),
            clock);
    this.jobs = new JobTable(dynamo, environment.require("JOB_TABLE"), clock);
  }

  @Override
  public Asked handleRequest(Map<String, Object> event, Context context) {
    return log.call(context, "schedule", this::run);
  }

  private Asked run() {
    Asked asked = catchUp.run();
    jobs.done(Job.CATCH_UP);
    return asked;
  }
}
