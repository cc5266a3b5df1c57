package app.oegukmin.local.function.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.util.List;

/** Retells what it was told of changes. */
public final class StreamFunction implements RequestHandler<DynamodbEvent, List<String>> {

  @Override
  public List<String> handleRequest(DynamodbEvent event, Context context) {
    return event.getRecords().stream()
        .map(record -> record.getEventName() + " " + retell(record.getDynamodb()))
        .toList();
  }

  private static String retell(StreamRecord change) {
    return change.getSequenceNumber()
        + " "
        + change.getNewImage().get("id").getN()
        + " "
        + change.getNewImage().get("tags").getSS()
        + " "
        + change.getApproximateCreationDateTime().toInstant();
  }
}
