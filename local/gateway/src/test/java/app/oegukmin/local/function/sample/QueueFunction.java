package app.oegukmin.local.function.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;

/** Names the messages whose body is "bad" and throws at "worse". */
public final class QueueFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return new SQSBatchResponse(
        event.getRecords().stream()
            .filter(message -> failed(message.getBody()))
            .map(message -> new BatchItemFailure(message.getMessageId()))
            .toList());
  }

  private static boolean failed(String body) {
    if (body.equals("worse")) {
      throw new IllegalArgumentException(body);
    }
    return body.equals("bad");
  }
}
