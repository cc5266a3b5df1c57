package app.oegukmin.shared.dynamo;

import java.time.Duration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The DynamoDB client of a function. The low-level client, because here two functions write
 * different attributes of one item: each write names exactly what it sets and on what condition.
 */
public final class Dynamo {

  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration ANSWER = Duration.ofSeconds(3);

  private Dynamo() {}

  /** A client for the function's Region; endpoint and credentials come from the SDK's chain. */
  public static DynamoDbClient connect() {
    return DynamoDbClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ANSWER))
        // Its own default tries nine times, longer than a caller waits.
        .overrideConfiguration(config -> config.retryStrategy(RetryMode.STANDARD))
        .build();
  }
}
