package app.oegukmin.local.run;

import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;

import app.oegukmin.template.Queue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What lies in the template's queues, dead letters included. */
record Backlog(SqsClient sqs, List<Queue> queues) {

  /**
   * How many messages are left in each queue that is not empty, hidden and delayed ones included.
   */
  Map<String, Long> left() {
    Map<String, Long> left = new LinkedHashMap<>();
    for (Queue queue : queues) {
      long messages = counts(queue).values().stream().mapToLong(Long::parseLong).sum();
      if (messages > 0) {
        left.put(queue.logicalId(), messages);
      }
    }
    return left;
  }

  private Map<QueueAttributeName, String> counts(Queue queue) {
    return sqs.getQueueAttributes(
            r ->
                r.queueUrl(queue.url())
                    .attributeNames(
                        APPROXIMATE_NUMBER_OF_MESSAGES,
                        APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                        APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
        .attributes();
  }
}
