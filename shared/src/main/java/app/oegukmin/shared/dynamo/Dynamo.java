package app.oegukmin.shared.dynamo;

import app.oegukmin.shared.env.Environment;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The DynamoDB client of a function, and its tables over records. */
public final class Dynamo {

  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration ANSWER = Duration.ofSeconds(3);

  // The SDK warns of an app id that is longer.
  private static final int APP_ID_LENGTH = 50;

  private Dynamo() {}

  /**
   * A client for the function's Region; endpoint and credentials come from the SDK's chain. Each
   * request names the function in its User-Agent header, as {@code app/<name>}, where {@code
   * AWS_LAMBDA_FUNCTION_NAME} is set.
   */
  public static DynamoDbClient connect(Environment environment) {
    return connect(environment, null);
  }

  /**
   * The same, whose calls end after some time with all their tries; they throw an {@link
   * software.amazon.awssdk.core.exception.ApiCallTimeoutException} then.
   */
  public static DynamoDbClient connect(Environment environment, Duration patience) {
    // Its own default tries nine times, longer than a caller waits.
    return client(environment, patience, AwsRetryStrategy.standardRetryStrategy());
  }

  /**
   * The same for a caller that goes on without a table that is busy: a refusal is not tried again
   * (F-35). Only a connection that has died, as one may while the function is frozen, is opened
   * once more.
   */
  public static DynamoDbClient impatient(Environment environment, Duration patience) {
    RetryStrategy reconnect =
        DefaultRetryStrategy.standardStrategyBuilder()
            .useClientDefaults(false)
            .maxAttempts(2)
            .retryOnExceptionOrCauseInstanceOf(IOException.class)
            .backoffStrategy(BackoffStrategy.retryImmediately())
            .build();
    return client(environment, patience, reconnect);
  }

  private static DynamoDbClient client(
      Environment environment, Duration patience, RetryStrategy retries) {
    String caller = caller(environment);
    return DynamoDbClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ANSWER))
        .overrideConfiguration(
            config -> config.retryStrategy(retries).appId(caller).apiCallTimeout(patience))
        .build();
  }

  private static String caller(Environment environment) {
    return environment
        .function()
        .map(name -> name.substring(0, Math.min(name.length(), APP_ID_LENGTH)))
        .orElse(null);
  }

  /** A table over records; holds nothing of its own, so it may be made as often as needed. */
  public static <T extends Record> DynamoDbTable<T> table(
      DynamoDbClient client, String name, TableSchema<T> schema) {
    return enhanced(client).table(name, schema);
  }

  // Without the library's extensions: no record here has a version or an atomic counter of theirs.
  static DynamoDbEnhancedClient enhanced(DynamoDbClient client) {
    return DynamoDbEnhancedClient.builder().dynamoDbClient(client).extensions(List.of()).build();
  }
}
