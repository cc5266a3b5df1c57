package app.oegukmin.engines;

import java.net.URI;
import java.util.List;
import redis.clients.jedis.Jedis;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The clients of the functions, over the engines of a test. */
record Clients(
    DynamoDbClient dynamodb, DynamoDbStreamsClient streams, SqsClient sqs, S3Client s3, Jedis redis)
    implements AutoCloseable {

  static Clients of(Engines engines) {
    return new Clients(
        build(DynamoDbClient.builder(), engines.dynamodb()),
        build(DynamoDbStreamsClient.builder(), engines.dynamodb()),
        build(SqsClient.builder(), engines.sqs()),
        build(S3Client.builder().forcePathStyle(true), engines.s3()),
        new Jedis("127.0.0.1", engines.redisPort()));
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
      B builder, URI endpoint) {
    var account =
        AwsBasicCredentials.create(LocalAccount.ACCESS_KEY_ID, LocalAccount.SECRET_ACCESS_KEY);
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(LocalAccount.REGION))
        .credentialsProvider(StaticCredentialsProvider.create(account))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  @Override
  public void close() {
    List.of(dynamodb, streams, sqs, s3, redis).forEach(Clients::close);
  }

  private static void close(AutoCloseable client) {
    try {
      client.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
