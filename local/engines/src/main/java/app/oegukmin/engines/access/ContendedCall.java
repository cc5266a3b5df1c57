package app.oegukmin.engines.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A request that other writes of the same moment may get in the way of, and how DynamoDB refuses it
 * then.
 *
 * @param transaction whether it writes all or nothing
 * @param writes in the order of its actions
 */
record ContendedCall(boolean transaction, List<ItemWrite> writes) {

  private static final String TRANSACTION = "TransactWriteItems";
  private static final Set<String> WRITES =
      Set.of(TRANSACTION, "PutItem", "UpdateItem", "DeleteItem");
  private static final String TYPE = "com.amazonaws.dynamodb.v20120810#";

  /** Whether a request with an operation may be refused so. */
  static boolean is(String operation) {
    return WRITES.contains(operation);
  }

  /** A request's writes; a request that writes to tables of no template has none. */
  static ContendedCall of(String operation, JsonNode request, Policies policies) {
    List<TableCall> calls = TableCall.of(operation, request);
    List<ItemWrite> writes = calls.stream().flatMap(call -> policies.write(call).stream()).toList();
    return new ContendedCall(
        operation.equals(TRANSACTION), writes.size() == calls.size() ? writes : List.of());
  }

  /**
   * The error that DynamoDB sends of a table that is paid by the request.
   *
   * @param codes one for each write
   */
  Map<String, Object> error(List<String> codes) {
    if (transaction) {
      return cancelled(codes);
    }
    return codes.getFirst().equals(Contention.CONFLICT)
        ? error("TransactionConflictException", "Transaction is ongoing for the item")
        : error(
            "ThrottlingException",
            "Throughput exceeds the current capacity of your table or index.");
  }

  private static Map<String, Object> cancelled(List<String> codes) {
    Map<String, Object> error =
        error(
            "TransactionCanceledException",
            "Transaction cancelled, please refer cancellation reasons for specific reasons "
                + codes);
    error.put("CancellationReasons", codes.stream().map(code -> Map.of("Code", code)).toList());
    return error;
  }

  private static Map<String, Object> error(String type, String message) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("__type", TYPE + type);
    error.put("Message", message);
    return error;
  }
}
