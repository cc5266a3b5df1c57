package app.oegukmin.local.function.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;

/** Logs when it was due. */
public final class ScheduledFunction implements RequestHandler<ScheduledEvent, Void> {

  @Override
  public Void handleRequest(ScheduledEvent event, Context context) {
    context.getLogger().log("due " + event.getTime().toInstant() + " by " + event.getSource());
    return null;
  }
}
