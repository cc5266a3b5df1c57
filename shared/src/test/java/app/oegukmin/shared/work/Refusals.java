package app.oegukmin.shared.work;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/**
 * A real queue that refuses some messages of its first batches, as SQS may when it is in trouble.
 */
final class Refusals implements ExecutionInterceptor {

  /** Longer than a queue takes, so that it refuses the message. */
  private static final int TOO_LONG = 901;

  private final boolean senderFault;
  private final Deque<List<String>> refused;

  /**
   * Refuses messages.
   *
   * @param senderFault whose fault the queue says it is
   * @param refused the ids of each batch
   */
  Refusals(boolean senderFault, List<List<String>> refused) {
    this.senderFault = senderFault;
    this.refused = new ArrayDeque<>(refused);
  }

  SqsClient client() {
    return SqsClient.builder()
        .overrideConfiguration(config -> config.addExecutionInterceptor(this))
        .build();
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    SendMessageBatchRequest request = (SendMessageBatchRequest) context.request();
    List<String> ids = refused.isEmpty() ? List.of() : refused.removeFirst();
    return request.toBuilder()
        .entries(request.entries().stream().map(entry -> entry(entry, ids)).toList())
        .build();
  }

  private static SendMessageBatchRequestEntry entry(
      SendMessageBatchRequestEntry entry, List<String> ids) {
    return ids.contains(entry.id()) ? entry.toBuilder().delaySeconds(TOO_LONG).build() : entry;
  }

  @Override
  public SdkResponse modifyResponse(
      Context.ModifyResponse context, ExecutionAttributes attributes) {
    SendMessageBatchResponse response = (SendMessageBatchResponse) context.response();
    return response.toBuilder()
        .failed(
            response.failed().stream()
                .map(entry -> entry.toBuilder().senderFault(senderFault).build())
                .toList())
        .build();
  }
}
