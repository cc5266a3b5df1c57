package app.oegukmin.shared.dynamo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** A real DynamoDB that leaves keys of batches unread, as it does when it has to throttle. */
final class Unprocessed implements ExecutionInterceptor {

  private final int most;
  private final Set<String> keys;
  private int requests;

  /** Reads this many items at a time at most, of tables with these key attributes. */
  Unprocessed(int most, Set<String> keys) {
    this.most = most;
    this.keys = keys;
  }

  DynamoDbClient client() {
    return DynamoDbClient.builder()
        .overrideConfiguration(config -> config.addExecutionInterceptor(this))
        .build();
  }

  /** How many requests were made. */
  int requests() {
    return requests;
  }

  @Override
  public SdkResponse modifyResponse(
      Context.ModifyResponse context, ExecutionAttributes attributes) {
    requests++;
    BatchGetItemResponse response = (BatchGetItemResponse) context.response();
    String table = response.responses().keySet().iterator().next();
    List<Map<String, AttributeValue>> items = response.responses().get(table);
    if (items.size() <= most) {
      return response;
    }
    List<Map<String, AttributeValue>> unread =
        items.subList(most, items.size()).stream().map(this::key).toList();
    return response.toBuilder()
        .responses(Map.of(table, items.subList(0, most)))
        .unprocessedKeys(
            Map.of(table, KeysAndAttributes.builder().keys(unread).consistentRead(true).build()))
        .build();
  }

  private Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .filter(attribute -> keys.contains(attribute.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
