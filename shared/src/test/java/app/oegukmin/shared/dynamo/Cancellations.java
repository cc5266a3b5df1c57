package app.oegukmin.shared.dynamo;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** A real DynamoDB that cancels the first transactions, as it does when they meet others. */
final class Cancellations implements ExecutionInterceptor {

  private final String code;
  private int left;
  private int tries;

  /** Cancels this many transactions for a reason. */
  Cancellations(int count, String code) {
    this.left = count;
    this.code = code;
  }

  DynamoDbClient client() {
    return DynamoDbClient.builder()
        .overrideConfiguration(config -> config.addExecutionInterceptor(this))
        .build();
  }

  /** How many transactions were asked for. */
  int tries() {
    return tries;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    tries++;
    if (left > 0) {
      left--;
      throw TransactionCanceledException.builder()
          .cancellationReasons(
              CancellationReason.builder().code("None").build(),
              CancellationReason.builder().code(code).build())
          .build();
    }
  }
}
