package app.oegukmin.local.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Where the description of a given-up batch goes: Lambda sends no records, only where in the stream
 * they are.
 */
final class FailureQueue {

  private static final Logger LOG = LoggerFactory.getLogger(FailureQueue.class);

  private final StreamTrigger trigger;
  private final SqsClient sqs;
  private final Clock clock;

  FailureQueue(StreamTrigger trigger, SqsClient sqs, Clock clock) {
    this.trigger = trigger;
    this.sqs = sqs;
    this.clock = clock;
  }

  void giveUp(String shard, List<Record> batch, int invocations) {
    LOG.error("{}: gave up {} records", trigger.name(), batch.size());
    trigger
        .failureQueueUrl()
        .ifPresent(
            url ->
                sqs.sendMessage(
                    r -> r.queueUrl(url).messageBody(body(shard, batch, invocations).toString())));
  }

  private ObjectNode body(String shard, List<Record> batch, int invocations) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode request = body.putObject("requestContext");
    request.put("requestId", UUID.randomUUID().toString());
    request.put("functionArn", trigger.function());
    request.put("condition", "RetryAttemptsExhausted");
    request.put("approximateInvokeCount", invocations);
    ObjectNode response = body.putObject("responseContext");
    response.put("statusCode", 200);
    response.put("executedVersion", "$LATEST");
    response.put("functionError", "Unhandled");
    body.put("version", "1.0");
    body.put("timestamp", clock.instant().toString());
    ObjectNode info = body.putObject("DDBStreamBatchInfo");
    info.put("shardId", shard);
    info.put("startSequenceNumber", batch.getFirst().dynamodb().sequenceNumber());
    info.put("endSequenceNumber", batch.getLast().dynamodb().sequenceNumber());
    info.put("approximateArrivalOfFirstRecord", arrival(batch.getFirst()).toString());
    info.put("approximateArrivalOfLastRecord", arrival(batch.getLast()).toString());
    info.put("batchSize", batch.size());
    info.put("streamArn", trigger.streamArn());
    return body;
  }

  private static Instant arrival(Record record) {
    return record.dynamodb().approximateCreationDateTime();
  }
}
