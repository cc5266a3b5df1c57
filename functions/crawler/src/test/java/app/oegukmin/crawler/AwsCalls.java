package app.oegukmin.crawler;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * Counts what every AWS client of this process asks for, and makes delayed messages come at once;
 * the SDK finds it by a file of its own.
 */
public final class AwsCalls implements ExecutionInterceptor {

  private static final Set<String> WRITES =
      Set.of("PutItem", "UpdateItem", "DeleteItem", "TransactWriteItems", "BatchWriteItem");
  private static final List<SdkRequest> REQUESTS = new CopyOnWriteArrayList<>();

  @Override
  public SdkRequest modifyRequest(
      Context.ModifyRequest context, ExecutionAttributes executionAttributes) {
    return context.request() instanceof SendMessageRequest message
        ? message.toBuilder().delaySeconds(0).build()
        : context.request();
  }

  @Override
  public void beforeExecution(
      Context.BeforeExecution context, ExecutionAttributes executionAttributes) {
    REQUESTS.add(context.request());
  }

  static void forget() {
    REQUESTS.clear();
  }

  /** The writes to any table but one, since the last {@link #forget}. */
  static List<SdkRequest> writesBeside(String table) {
    return REQUESTS.stream()
        .filter(request -> WRITES.contains(operation(request)))
        .filter(
            request ->
                !request
                    .getValueForField("TableName", String.class)
                    .filter(table::equals)
                    .isPresent())
        .toList();
  }

  /** How often an operation was asked for, since the last {@link #forget}. */
  static long count(String operation) {
    return REQUESTS.stream().filter(request -> operation(request).equals(operation)).count();
  }

  private static String operation(SdkRequest request) {
    return request.getClass().getSimpleName().replace("Request", "");
  }
}
