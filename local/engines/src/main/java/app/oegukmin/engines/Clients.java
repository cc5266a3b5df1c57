package app.oegukmin.engines;

import java.net.URI;
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

/** Makes AWS clients of the {@link LocalAccount} for everything that is not a function. */
public final class Clients {

  private Clients() {}

  /** A client for {@link Engines#dynamodb}. */
  public static DynamoDbClient dynamodb(URI endpoint) {
    return local(DynamoDbClient.builder(), endpoint).build();
  }

  /** A client for the streams of {@link Engines#dynamodb}. */
  public static DynamoDbStreamsClient streams(URI endpoint) {
    return local(DynamoDbStreamsClient.builder(), endpoint).build();
  }

  /** A client for {@link Engines#sqs}. */
  public static SqsClient sqs(URI endpoint) {
    return local(SqsClient.builder(), endpoint).build();
  }

  /** A client for {@link Engines#s3}. */
  public static S3Client s3(URI endpoint) {
    return local(S3Client.builder(), endpoint)
        .forcePathStyle(true)
        // With Expect: 100-continue, puts failed now and then on a busy machine: "Error writing
        // request body". They also do by a kept connection that has died, so none is kept.
        .serviceConfiguration(config -> config.expectContinueEnabled(false))
        .overrideConfiguration(config -> config.putHeader("Connection", "close"))
        .build();
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B local(
      B builder, URI endpoint) {
    var account =
        AwsBasicCredentials.create(LocalAccount.ACCESS_KEY_ID, LocalAccount.SECRET_ACCESS_KEY);
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(LocalAccount.REGION))
        .credentialsProvider(StaticCredentialsProvider.create(account))
        .httpClientBuilder(UrlConnectionHttpClient.builder());
  }
}
