package app.oegukmin.shared.dynamo;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What a client asks of the real DynamoDB. */
public final class Requests implements ExecutionInterceptor {

  private final List<Object> seen = new CopyOnWriteArrayList<>();

  /** A client whose requests are seen here. */
  public DynamoDbClient client() {
    return DynamoDbClient.builder()
        .overrideConfiguration(config -> config.addExecutionInterceptor(this))
        .build();
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    seen.add(context.request());
  }

  /** The requests of one kind, in their order. */
  public <R> List<R> of(Class<R> kind) {
    return seen.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** All requests, in their order. */
  public List<Object> all() {
    return List.copyOf(seen);
  }
}
