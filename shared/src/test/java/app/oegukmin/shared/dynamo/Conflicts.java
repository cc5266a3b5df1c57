package app.oegukmin.shared.dynamo;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * A real DynamoDB that refuses the first writes, as AWS does while a transaction writes the same
 * item; DynamoDB Local makes them wait.
 */
final class Conflicts implements ExecutionInterceptor {

  private int left;
  private int tries;

  /** Refuses this many writes. */
  Conflicts(int count) {
    this.left = count;
  }

  DynamoDbClient client() {
    return DynamoDbClient.builder()
        .overrideConfiguration(config -> config.addExecutionInterceptor(this))
        .build();
  }

  /** How many writes were asked for. */
  int tries() {
    return tries;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    tries++;
    if (left > 0) {
      left--;
      throw TransactionConflictException.builder().message("Ongoing transaction").build();
    }
  }
}
