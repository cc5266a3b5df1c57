package app.oegukmin.engines;

import java.util.List;
import redis.clients.jedis.Jedis;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A client of each engine of a test. */
record EngineClients(
    DynamoDbClient dynamodb, DynamoDbStreamsClient streams, SqsClient sqs, S3Client s3, Jedis redis)
    implements AutoCloseable {

  static EngineClients of(Engines engines) {
    return new EngineClients(
        Clients.dynamodb(engines.dynamodb()),
        Clients.streams(engines.dynamodb()),
        Clients.sqs(engines.sqs()),
        Clients.s3(engines.s3()),
        new Jedis("127.0.0.1", engines.redisPort()));
  }

  @Override
  public void close() {
    List.of(dynamodb, streams, sqs, s3, redis).forEach(EngineClients::close);
  }

  private static void close(AutoCloseable client) {
    try {
      client.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
