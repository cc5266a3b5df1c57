package app.oegukmin.notice;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * A real DynamoDB that refuses queries after some, as it does when a table's throughput is used up.
 */
final class BusyTable implements ExecutionInterceptor {

  private final String code;
  private int left;

  /** Serves so many queries and refuses the others for a reason. */
  BusyTable(int left, String code) {
    this.left = left;
    this.code = code;
  }

  DynamoDbClient client() {
    return DynamoDbClient.builder()
        .overrideConfiguration(config -> config.addExecutionInterceptor(this))
        .build();
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (context.request() instanceof QueryRequest && left-- <= 0) {
      AwsErrorDetails details = AwsErrorDetails.builder().errorCode(code).build();
      throw DynamoDbException.builder().awsErrorDetails(details).statusCode(400).build();
    }
  }
}
