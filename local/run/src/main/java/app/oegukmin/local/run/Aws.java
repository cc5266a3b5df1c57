package app.oegukmin.local.run;

import app.oegukmin.engines.Clients;
import app.oegukmin.engines.Engines;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The gateway's own clients of the engines. */
record Aws(DynamoDbClient dynamodb, DynamoDbStreamsClient streams, SqsClient sqs, S3Client s3)
    implements AutoCloseable {

  static Aws of(Engines engines) {
    return new Aws(
        Clients.dynamodb(engines.dynamodb()),
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
