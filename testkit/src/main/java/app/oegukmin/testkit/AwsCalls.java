package app.oegukmin.testkit;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** What every AWS client of this process asks for; the SDK finds it by a file of its own. */
public final class AwsCalls implements ExecutionInterceptor {

  private static final Set<String> WRITES =
      Set.of("PutItem", "UpdateItem", "DeleteItem", "TransactWriteItems", "BatchWriteItem");
  private static final List<SdkRequest> REQUESTS = new CopyOnWriteArrayList<>();

  @Override
  public void beforeExecution(
      Context.BeforeExecution context, ExecutionAttributes executionAttributes) {
    REQUESTS.add(context.request());
  }

  /** Begins to count anew. */
  public static void forget() {
    REQUESTS.clear();
  }

  /** The operations asked for since the last {@link #forget}, in order, as {@code GetItem}. */
  public static List<String> operations() {
    return REQUESTS.stream().map(AwsCalls::operation).toList();
  }

  /** The writes to any table but one, since the last {@link #forget}. */
  public static List<SdkRequest> writesBeside(String table) {
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
  public static long count(String operation) {
    return operations().stream().filter(operation::equals).count();
  }

  private static String operation(SdkRequest request) {
    return request.getClass().getSimpleName().replace("Request", "");
  }
}
