package app.oegukmin.local.run;

import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.QUEUE_ARN;

import app.oegukmin.template.Queue;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Sends dead letters back to where they came from, as {@code scripts/redrive.sh} does on AWS. */
record Redrive(SqsClient sqs, List<Queue> queues) {

  /** Begins to move every dead letter back and tells how many each queue has. */
  void run(Consumer<String> tell) {
    for (Queue queue : queues) {
      queue
          .redrive()
          .ifPresent(redrive -> tell.accept(back(queue(redrive.deadLetterQueue()), queue)));
    }
  }

  private String back(Queue deadLetters, Queue queue) {
    String messages = attribute(deadLetters, APPROXIMATE_NUMBER_OF_MESSAGES);
    if (!messages.equals("0")) {
      // AWS finds the way back by itself, ElasticMQ has to be told.
      sqs.startMessageMoveTask(
          move ->
              move.sourceArn(attribute(deadLetters, QUEUE_ARN))
                  .destinationArn(attribute(queue, QUEUE_ARN)));
    }
    return "%s: %s messages back to %s"
        .formatted(deadLetters.logicalId(), messages, queue.logicalId());
  }

  private String attribute(Queue queue, QueueAttributeName name) {
    return sqs.getQueueAttributes(get -> get.queueUrl(queue.url()).attributeNames(name))
        .attributes()
        .get(name);
  }

  private Queue queue(String logicalId) {
    return queues.stream()
        .filter(queue -> queue.logicalId().equals(logicalId))
        .findAny()
        .orElseThrow();
  }
}
