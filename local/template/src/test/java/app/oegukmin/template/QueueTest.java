package app.oegukmin.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueueTest {

  private static final String URL = "http://127.0.0.1:9324/000000000000/";

  private static final String TEMPLATE =
      """
      Resources:
        Work:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 180
            RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 5}
        Dead:
          Type: AWS::SQS::Queue
          Properties: {MessageRetentionPeriod: 1209600}
      """;

  @Test
  void readsVisibilityRetentionAndRedrive() {
    assertThat(Yaml.read(TEMPLATE).queues())
        .containsExactly(
            new Queue(
                "Work",
                "t-Work",
                URL + "t-Work",
                Duration.ofSeconds(180),
                Duration.ofDays(4),
                Optional.of(new Queue.Redrive("Dead", 5))),
            new Queue(
                "Dead",
                "t-Dead",
                URL + "t-Dead",
                Duration.ofSeconds(30),
                Duration.ofDays(14),
                Optional.empty()));
  }

  @Test
  void refusesFifo() {
    assertThatThrownBy(
            () -> Yaml.read(TEMPLATE.replace("VisibilityTimeout: 180", "FifoQueue: true")))
        .hasMessage("Work, line 5: FifoQueue is not supported here");
  }

  @Test
  void refusesADeadLetterQueueFromElsewhere() {
    assertThatThrownBy(() -> Yaml.read(TEMPLATE.replace("!GetAtt Dead.Arn", "'arn:x'")))
        .hasMessage(
            "Work, line 6: deadLetterTargetArn 'arn:x' is none of this template's AWS::SQS::Queue");
  }

  @Test
  void refusesARedriveWithoutCount() {
    assertThatThrownBy(() -> Yaml.read(TEMPLATE.replace(", maxReceiveCount: 5", "")))
        .hasMessage("Work, line 6: maxReceiveCount is missing");
  }

  @Test
  void refusesAWordWhereANumberShouldBe() {
    assertThatThrownBy(() -> Yaml.read(TEMPLATE.replace("180", "long")))
        .hasMessage("Work, line 5: VisibilityTimeout must be a number");
  }
}
