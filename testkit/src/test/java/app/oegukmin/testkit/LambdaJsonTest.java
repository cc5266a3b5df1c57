package app.oegukmin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LambdaJsonTest {

  @Test
  void readsEventsOfServicesAndEventsOfOurOwn() {
    String changes =
        """
        {"Records":[{"eventSourceARN":"arn","dynamodb":{"Keys":{"id":{"N":"7"}},"SequenceNumber":"1",
        "ApproximateCreationDateTime":1795510800}}]}""";
    assertThat(LambdaJson.read(changes, DynamodbEvent.class).getRecords())
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.getEventSourceARN()).isEqualTo("arn");
              assertThat(record.getDynamodb().getKeys().get("id").getN()).isEqualTo("7");
            });
    String messages = "{\"Records\":[{\"messageId\":\"m1\",\"body\":\"text\"}]}";
    assertThat(LambdaJson.read(messages, SQSEvent.class).getRecords())
        .extracting(SQSEvent.SQSMessage::getBody)
        .containsExactly("text");
    assertThat(LambdaJson.read("{\"source\":\"daily\",\"n\":1}", Object.class))
        .isEqualTo(Map.of("source", "daily", "n", 1));
  }

  @Test
  void writesResponsesAsLambdaWantsThem() {
    var failure = new SQSBatchResponse.BatchItemFailure("m1");
    assertThat(LambdaJson.write(new SQSBatchResponse(List.of(failure))))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
  }
}
