package app.oegukmin.menucrawler;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.event.MessageBatch;
import app.oegukmin.shared.log.LogContext;
import app.oegukmin.shared.work.MenuOrderWork;
import app.oegukmin.shared.work.ReadMenus;
import app.oegukmin.shared.work.WorkJson;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Brings the menus around a day up to date that an administrator has ordered. An order for which no
 * feed could be read is delivered again (D-M8).
 */
public final class MenuOrderHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private final MenuCrawl crawl;
  private final LogContext log = new LogContext();

  /** On Lambda. */
  public MenuOrderHandler() {
    this(System.getenv(), Clock.systemUTC());
  }

  /** With the variables of the template. */
  public MenuOrderHandler(Map<String, String> variables, Clock clock) {
    this(variables, clock, MenuCrawl.PATIENCE);
  }

  MenuOrderHandler(Map<String, String> variables, Clock clock, Duration patience) {
    this.crawl = MenuCrawl.of(new Environment(variables), clock, patience);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return log.call(
        context,
        "aws:sqs",
        () ->
            MessageBatch.handle(
                event, message -> take(WorkJson.read(message.getBody(), MenuOrderWork.class))));
  }

  private void take(MenuOrderWork work) {
    switch (work) {
      case ReadMenus order -> crawl.run(order.day());
    }
  }
}
