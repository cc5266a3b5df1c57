package app.oegukmin.shared.menu;

import java.util.List;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A client that notes each round trip to DynamoDB. */
final class Counted {

  private Counted() {}

  static DynamoDbClient dynamodb(List<String> calls) {
    return DynamoDbClient.builder()
        .overrideConfiguration(config -> config.addExecutionInterceptor(new Note(calls)))
        .build();
  }

  private record Note(List<String> calls) implements ExecutionInterceptor {
    @Override
    public void beforeTransmission(
        Context.BeforeTransmission context, ExecutionAttributes attributes) {
      calls.add(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
    }
  }
}
