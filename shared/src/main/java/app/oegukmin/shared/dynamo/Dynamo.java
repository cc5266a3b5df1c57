package app.oegukmin.shared.dynamo;

import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The DynamoDB client of a function, and its tables over records. */
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
