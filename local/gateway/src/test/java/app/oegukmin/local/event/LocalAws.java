package app.oegukmin.local.event;

import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.engines.LocalAccount;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The engines of all tests of this JVM, and clients for them. */
final class LocalAws {

  private static final Engines ENGINES = start();
  static final DynamoDbClient DYNAMODB = build(DynamoDbClient.builder(), ENGINES.dynamodb());
  static final DynamoDbStreamsClient STREAMS =
      build(DynamoDbStreamsClient.builder(), ENGINES.dynamodb());
  static final SqsClient SQS = build(SqsClient.builder(), ENGINES.sqs());

  private LocalAws() {}

  private static Engines start() {
    var engines =
        Engines.start(
            Set.of(Engine.DYNAMODB, Engine.SQS),
            Optional.empty(),
            Path.of("target", "engines-log"));
    Runtime.getRuntime().addShutdownHook(new Thread(engines::close));
    return engines;
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
}
