package app.oegukmin.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
  void knowsAFifoQueueByItsName() {
    String fifo =
        TEMPLATE
            .replace("Properties: {", "Properties: {FifoQueue: true, ")
            .replace("VisibilityTimeout: 180", "FifoQueue: true");

    assertThat(Yaml.read(fifo).queues())
        .allMatch(Queue::fifo)
        .extracting(Queue::name, Queue::url)
        .containsExactly(
            tuple("t-Work.fifo", URL + "t-Work.fifo"), tuple("t-Dead.fifo", URL + "t-Dead.fifo"));
    assertThat(Yaml.read(fifo).queues().getFirst().redrive())
        .contains(new Queue.Redrive("Dead", 5));
    assertThat(Yaml.read(TEMPLATE).queues()).noneMatch(Queue::fifo);
  }

  @Test
  void refusesStandardDeadLettersOfAFifoQueue() {
    assertThatThrownBy(
            () -> Yaml.read(TEMPLATE.replace("VisibilityTimeout: 180", "FifoQueue: true")))
        .hasMessage(
            "Work, line 6: the dead letters of a FIFO queue, and of no other, are a FIFO queue");
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
