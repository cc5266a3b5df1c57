package app.oegukmin.shared.dynamo;

import java.util.HashMap;
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

  /** Reads this many items of each table at a time at most, of tables with these keys. */
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
    Map<String, List<Map<String, AttributeValue>>> read = new HashMap<>();
    Map<String, KeysAndAttributes> unread = new HashMap<>();
    response
        .responses()
        .forEach(
            (table, items) -> {
              int end = Math.min(most, items.size());
              read.put(table, items.subList(0, end));
              if (end < items.size()) {
                unread.put(table, keys(items.subList(end, items.size())));
              }
            });
    return response.toBuilder().responses(read).unprocessedKeys(unread).build();
  }

  private KeysAndAttributes keys(List<Map<String, AttributeValue>> items) {
    return KeysAndAttributes.builder()
        .keys(items.stream().map(this::key).toList())
        .consistentRead(true)
        .build();
  }

  private Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .filter(attribute -> keys.contains(attribute.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
