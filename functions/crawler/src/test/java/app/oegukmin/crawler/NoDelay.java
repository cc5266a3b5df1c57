package app.oegukmin.crawler;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** Makes delayed messages come at once; the SDK finds it by a file of its own. */
public final class NoDelay implements ExecutionInterceptor {

  @Override
  public SdkRequest modifyRequest(
      Context.ModifyRequest context, ExecutionAttributes executionAttributes) {
    return context.request() instanceof SendMessageRequest message
        ? message.toBuilder().delaySeconds(0).build()
        : context.request();
  }
}
