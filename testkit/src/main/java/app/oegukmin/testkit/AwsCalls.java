package app.oegukmin.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** What every AWS client of this process asks for; the SDK finds it by a file of its own. */
public final class AwsCalls implements ExecutionInterceptor {

  private static final Set<String> WRITES =
      Set.of("PutItem", "UpdateItem", "DeleteItem", "TransactWriteItems", "BatchWriteItem");
  private static final List<Call> CALLS = Collections.synchronizedList(new ArrayList<>());
  private static final Map<String, Duration> HIDDEN = new ConcurrentHashMap<>();

  /**
   * One call.
   *
   * @param operation as {@code GetItem}
   * @param table its one table, if it has one
   */
  public record Call(String operation, Optional<String> table) {}

  @Override
  public void beforeExecution(
      Context.BeforeExecution context, ExecutionAttributes executionAttributes) {
    SdkRequest request = context.request();
    String operation = request.getClass().getSimpleName().replace("Request", "");
    noteWrites(request, executionAttributes);
    CALLS.add(new Call(operation, request.getValueForField("TableName", String.class)));
    request
        .getValueForField("ReceiptHandle", String.class)
        .ifPresent(receipt -> hide(receipt, request));
  }

  /** Again, because it may have come to pass only after somebody emptied its table. */
  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    noteWrites(context.request(), attributes);
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    noteWrites(context.request(), attributes);
  }

  private static void noteWrites(SdkRequest request, ExecutionAttributes attributes) {
    if (attributes.getAttribute(Written.REMOVAL) == null) {
      Written.note(request);
    }
  }

  private static void hide(String receipt, SdkRequest request) {
    request
        .getValueForField("VisibilityTimeout", Integer.class)
        .ifPresent(seconds -> HIDDEN.put(receipt, Duration.ofSeconds(seconds)));
  }

  /** Begins to count anew. */
  public static void forget() {
    CALLS.clear();
  }

  /** The operations asked for since the last {@link #forget}, in order. */
  public static List<String> operations() {
    return calls().stream().map(Call::operation).toList();
  }

  /** The writes to any table but one, since the last {@link #forget}. */
  public static List<Call> writesBeside(String table) {
    return calls().stream()
        .filter(call -> WRITES.contains(call.operation()))
        .filter(call -> !call.table().equals(Optional.of(table)))
        .toList();
  }

  /** How often an operation was asked for, since the last {@link #forget}. */
  public static long count(String operation) {
    return operations().stream().filter(operation::equals).count();
  }

  /** For how long a received message was last hidden, empty when nobody has changed that. */
  static Optional<Duration> hidden(String receipt) {
    return Optional.ofNullable(HIDDEN.get(receipt));
  }

  private static List<Call> calls() {
    synchronized (CALLS) {
      return List.copyOf(CALLS);
    }
  }
}
