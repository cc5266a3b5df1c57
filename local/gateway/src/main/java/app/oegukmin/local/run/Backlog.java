package app.oegukmin.local.run;

import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;

import app.oegukmin.template.Queue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What lies in the template's queues, dead letters included. */
record Backlog(SqsClient sqs, List<Queue> queues) {

  private static final String ROW = "  %-24s %8s %8s";

  /** A table of the queues that are not empty; no row when all are. */
  List<String> table() {
    List<String> rows = new ArrayList<>();
    for (Queue queue : queues) {
      Map<QueueAttributeName, String> counts = counts(queue);
      String waiting = counts.get(APPROXIMATE_NUMBER_OF_MESSAGES);
      String hidden = counts.get(APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
      if (!waiting.equals("0") || !hidden.equals("0")) {
        rows.add(ROW.formatted(queue.logicalId(), waiting, hidden));
      }
    }
    if (!rows.isEmpty()) {
      rows.addFirst(ROW.formatted("left in", "waiting", "hidden"));
    }
    return rows;
  }

  private Map<QueueAttributeName, String> counts(Queue queue) {
    return sqs.getQueueAttributes(
            r ->
                r.queueUrl(queue.url())
                    .attributeNames(
                        APPROXIMATE_NUMBER_OF_MESSAGES, APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
        .attributes();
  }
}
