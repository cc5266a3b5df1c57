package app.oegukmin.local.function;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Sends the trace header on with each call of a function's SDK clients, as the SDK does by itself
 * on Lambda: there it reads the process's environment and properties, which functions share here.
 * The SDK finds this class by {@code execution.interceptors} in the class path; {@link
 * SharedLoader} puts both there.
 */
public final class TraceInterceptor implements ExecutionInterceptor {

  @Override
  public SdkHttpRequest modifyHttpRequest(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    SdkHttpRequest request = context.httpRequest();
    return CurrentTrace.header()
        .<SdkHttpRequest>map(
            header -> request.toBuilder().putHeader(TraceHeader.NAME, header).build())
        .orElse(request);
  }
}
