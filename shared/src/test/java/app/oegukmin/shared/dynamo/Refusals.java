package app.oegukmin.shared.dynamo;

import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** A real DynamoDB that refuses the first calls, as AWS does when they meet a transaction. */
final class Refusals implements ExecutionInterceptor {

  private final Supplier<DynamoDbException> reason;
  private int left;
  private int tries;

  private Refusals(int count, Supplier<DynamoDbException> reason) {
    this.left = count;
    this.reason = reason;
  }

  /** Cancels this many transactions, the second action of each for a reason. */
  static Refusals cancelling(int count, String code) {
    return new Refusals(
        count,
        () ->
            TransactionCanceledException.builder()
                .cancellationReasons(
                    CancellationReason.builder().code("None").build(),
                    CancellationReason.builder().code(code).build())
                .build());
  }

  /** Refuses this many single writes; DynamoDB Local makes them wait instead. */
  static Refusals conflicting(int count) {
    return new Refusals(
        count, () -> TransactionConflictException.builder().message("Ongoing transaction").build());
  }

  /** Refuses this many calls because the table or item has been asked for too much. */
  static Refusals throttling(int count) {
    return new Refusals(
        count,
        () ->
            (DynamoDbException)
                DynamoDbException.builder()
                    .awsErrorDetails(
                        AwsErrorDetails.builder().errorCode("ThrottlingException").build())
                    .build());
  }

  DynamoDbClient client() {
    return DynamoDbClient.builder()
        .overrideConfiguration(config -> config.addExecutionInterceptor(this))
        .build();
  }

  /** How many calls were made. */
  int tries() {
    return tries;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    tries++;
    if (left > 0) {
      left--;
      throw reason.get();
    }
  }
}
