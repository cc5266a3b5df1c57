package app.oegukmin.engines;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A client of each engine, for what is no function. */
public record AwsClients(
    DynamoDbClient dynamodb, DynamoDbStreamsClient streams, SqsClient sqs, S3Client s3)
    implements AutoCloseable {

  /**
   * Clients of engines that run.
   *
   * @throws IllegalStateException when DynamoDB, SQS or S3 was not started
   */
  public static AwsClients of(Engines engines) {
    return new AwsClients(
        Clients.dynamodb(engines.front().uri()),
        Clients.streams(engines.dynamodb()),
        Clients.sqs(engines.sqs()),
        Clients.s3(engines.s3()));
  }

  @Override
  public void close() {
    dynamodb.close();
    streams.close();
    sqs.close();
    s3.close();
  }
}
