package app.oegukmin.bench;

import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Counts what reads by this process consume; the SDK finds it by a file. */
public final class ReadUnits implements ExecutionInterceptor {

  private static final DoubleAdder CONSUMED = new DoubleAdder();

  /** Read units consumed so far. */
  static double consumed() {
    return CONSUMED.sum();
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    ReturnConsumedCapacity total = ReturnConsumedCapacity.TOTAL;
    return switch (context.request()) {
      case GetItemRequest get -> get.toBuilder().returnConsumedCapacity(total).build();
      case QueryRequest query -> query.toBuilder().returnConsumedCapacity(total).build();
      case BatchGetItemRequest batch -> batch.toBuilder().returnConsumedCapacity(total).build();
      default -> context.request();
    };
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    Stream<ConsumedCapacity> consumed =
        switch (context.response()) {
          case GetItemResponse get -> Stream.of(get.consumedCapacity());
          case QueryResponse query -> Stream.of(query.consumedCapacity());
          case BatchGetItemResponse batch -> batch.consumedCapacity().stream();
          default -> Stream.empty();
        };
    consumed.mapToDouble(ConsumedCapacity::capacityUnits).forEach(CONSUMED::add);
  }
}
