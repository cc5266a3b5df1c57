package app.oegukmin.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LambdaFunctionTest {

  private static final String TEMPLATE =
      """
      Globals:
        Function:
          Timeout: 20
          MemorySize: 512
          Environment: {Variables: {STAGE: dev, LOG: info}}
      Resources:
        Work: {Type: 'AWS::SQS::Queue'}
        Dead: {Type: 'AWS::SQS::Queue'}
        Order: {Type: 'AWS::SQS::Queue', Properties: {FifoQueue: true}}
        Notices:
          Type: AWS::DynamoDB::Table
          Properties:
            KeySchema: [{AttributeName: a, KeyType: HASH}]
            AttributeDefinitions: [{AttributeName: a, AttributeType: S}]
        Worker:
          Type: AWS::Serverless::Function
          Properties:
            Handler: app.oegukmin.work.WorkHandler
            CodeUri: functions/work
            Timeout: 30
            Environment: {Variables: {LOG: debug, TABLE: !Ref Notices}}
            AssumeRolePolicyDocument: {Statement: [{Resource: !GetAtt Nobody.Arn}]}
            Events:
              Event:
                Type: <type>
                Properties: <properties>
      """;

  private static LambdaFunction worker(String type, String properties) {
    return Yaml.read(TEMPLATE.replace("<type>", type).replace("<properties>", properties))
        .function("Worker");
  }

  private static EventSource event(String type, String properties) {
    return worker(type, properties).events().getFirst();
  }

  @Test
  void mergesGlobals() {
    var worker = worker("SQS", "{Queue: !GetAtt Work.Arn}");
    assertThat(worker.name()).isEqualTo("t-Worker");
    assertThat(worker.code())
        .isEqualTo(new LambdaFunction.Code("app.oegukmin.work.WorkHandler", "functions/work"));
    assertThat(worker.limits())
        .isEqualTo(
            new LambdaFunction.Limits(Duration.ofSeconds(30), 512, OptionalInt.empty(), false));
    assertThat(worker.environment())
        .isEqualTo(Map.of("STAGE", "dev", "LOG", "debug", "TABLE", "t-Notices"));
  }

  @Test
  void appendsListsOfGlobals() {
    var merged =
        Globals.merge(
            new Node.Fields(Map.of("L", new Node.Items(List.of(new Node.Text("a", 1)), 1)), 1),
            new Node.Fields(Map.of("L", new Node.Items(List.of(new Node.Text("b", 2)), 2)), 2));
    assertThat(merged.entries().get("L").asItems("L"))
        .containsExactly(new Node.Text("a", 1), new Node.Text("b", 2));
  }

  @Test
  void hasLambdasDefaults() {
    var limits =
        Yaml.read(
                """
                Resources:
                  F: {Type: 'AWS::Serverless::Function', Properties: {Handler: H, CodeUri: c}}
                """)
            .function("F")
            .limits();
    assertThat(limits)
        .isEqualTo(
            new LambdaFunction.Limits(Duration.ofSeconds(3), 128, OptionalInt.empty(), false));
  }

  @Test
  void readsAQueueSource() {
    assertThat(
            event(
                "SQS",
                "{Queue: !GetAtt Work.Arn, BatchSize: 5, MaximumBatchingWindowInSeconds: 2,"
                    + " FunctionResponseTypes: [ReportBatchItemFailures],"
                    + " ScalingConfig: {MaximumConcurrency: 2}, Enabled: false}"))
        .isEqualTo(
            new QueueSource(
                "Work", new Batch(5, Duration.ofSeconds(2), true), OptionalInt.of(2), false));
    assertThat(event("SQS", "{Queue: !GetAtt Work.Arn}"))
        .isEqualTo(
            new QueueSource(
                "Work", new Batch(10, Duration.ZERO, false), OptionalInt.empty(), true));
  }

  @Test
  void readsAStreamSource() {
    assertThat(
            event(
                "DynamoDB",
                "{Stream: !GetAtt Notices.StreamArn, StartingPosition: TRIM_HORIZON,"
                    + " FilterCriteria: {Filters: [{Pattern: '{\"eventName\":[\"INSERT\"]}'}]},"
                    + " MaximumRetryAttempts: 3, BisectBatchOnFunctionError: true,"
                    + " DestinationConfig: {OnFailure: {Destination: !GetAtt Dead.Arn}}}"))
        .isEqualTo(
            new StreamSource(
                "Notices",
                new Batch(100, Duration.ZERO, false),
                "TRIM_HORIZON",
                List.of("{\"eventName\":[\"INSERT\"]}"),
                new StreamSource.Retries(OptionalInt.of(3), true, Optional.of("Dead")),
                true));
    assertThat(
            event(
                "DynamoDB",
                "{Stream: !GetAtt Notices.StreamArn, StartingPosition: LATEST,"
                    + " MaximumRetryAttempts: -1}"))
        .extracting(source -> ((StreamSource) source).retries())
        .isEqualTo(new StreamSource.Retries(OptionalInt.empty(), false, Optional.empty()));
  }

  @Test
  void readsASchedule() {
    assertThat(
            event(
                "ScheduleV2",
                "{ScheduleExpression: 'cron(0 6 * * ? *)', State: DISABLED,"
                    + " ScheduleExpressionTimezone: Asia/Seoul, Input: '{\"v\":1}'}"))
        .isEqualTo(
            new ScheduleSource(
                "Event",
                "cron(0 6 * * ? *)",
                ZoneId.of("Asia/Seoul"),
                Optional.of("{\"v\":1}"),
                false));
    assertThat(event("ScheduleV2", "{ScheduleExpression: rate(1 hour)}"))
        .isEqualTo(
            new ScheduleSource("Event", "rate(1 hour)", ZoneId.of("UTC"), Optional.empty(), true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "S3 | {Bucket: b} | event Event of type S3 is not supported here",
        "SQS | {Queue: !GetAtt Work.Arn, FilterCriteria: {}} | FilterCriteria is not supported here",
        "SQS | {BatchSize: 1} | Queue is missing",
        "SQS | {Queue: !GetAtt Order.Arn, BatchSize: 11} | "
            + "a FIFO queue gives 10 messages at most and knows no batching window",
        "SQS | {Queue: !GetAtt Order.Arn, MaximumBatchingWindowInSeconds: 1} | "
            + "a FIFO queue gives 10 messages at most and knows no batching window",
        "DynamoDB | {Stream: !GetAtt Notices.StreamArn, TumblingWindowInSeconds: 3} | "
            + "TumblingWindowInSeconds is not supported here",
        "DynamoDB | {Stream: 'arn:x', StartingPosition: LATEST} | "
            + "Stream 'arn:x' is none of this template's AWS::DynamoDB::Table",
        "ScheduleV2 | {ScheduleExpression: rate(1 day), ScheduleExpressionTimezone: Asia/Seul} | "
            + "Unknown time-zone ID: Asia/Seul",
        "Api | {Path: /a, Method: get} | there is no AWS::Serverless::Api",
      })
  void refusesEventsItCannotReproduce(String type, String properties, String sentence) {
    assertThatThrownBy(() -> event(type, properties))
        .isInstanceOf(TemplateException.class)
        .hasMessageMatching("Worker, line 2[56]: .*")
        .hasMessageEndingWith(": " + sentence);
  }
}
