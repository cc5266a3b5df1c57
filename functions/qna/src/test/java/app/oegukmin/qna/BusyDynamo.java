package app.oegukmin.qna;

import java.util.Collections;
import java.util.Random;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** A real DynamoDB that refuses a part of the transactions, as it does under load. */
final class BusyDynamo implements ExecutionInterceptor {

  private final Random random;
  private final double part;

  /** Refuses that part of the transactions, half of them for conflicts, half by throttling. */
  BusyDynamo(Random random, double part) {
    this.random = random;
    this.part = part;
  }

  DynamoDbClient client() {
    return DynamoDbClient.builder()
        .overrideConfiguration(config -> config.addExecutionInterceptor(this))
        .build();
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (context.request() instanceof TransactWriteItemsRequest write
        && random.nextDouble() < part) {
      throw random.nextBoolean() ? conflict(write.transactItems().size()) : throttling();
    }
  }

  private static DynamoDbException conflict(int actions) {
    CancellationReason reason = CancellationReason.builder().code("TransactionConflict").build();
    return TransactionCanceledException.builder()
        .cancellationReasons(Collections.nCopies(actions, reason))
        .build();
  }

  private static DynamoDbException throttling() {
    AwsErrorDetails details = AwsErrorDetails.builder().errorCode("ThrottlingException").build();
    return (DynamoDbException)
        DynamoDbException.builder().awsErrorDetails(details).statusCode(400).build();
  }
}
