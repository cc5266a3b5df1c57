package app.oegukmin.local.function;

import app.oegukmin.template.LambdaFunction;
import app.oegukmin.template.LocalNames;
import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** What Lambda tells a function about one request. */
record Invocation(
    LambdaFunction function,
    String requestId,
    TraceHeader trace,
    Instant deadline,
    InstantSource clock,
    LambdaLogger log)
    implements Context {

  @Override
  public String getAwsRequestId() {
    return requestId;
  }

  @Override
  public String getXrayTraceId() {
    return trace.toString();
  }

  @Override
  public String getLogGroupName() {
    return "/aws/lambda/" + function.name();
  }

  @Override
  public String getLogStreamName() {
    return "local";
  }

  @Override
  public String getFunctionName() {
    return function.name();
  }

  @Override
  public String getFunctionVersion() {
    return FunctionEnvironment.VERSION;
  }

  @Override
  public String getInvokedFunctionArn() {
    return "arn:aws:lambda:%s:%s:function:%s:live"
        .formatted(LocalNames.REGION, LocalNames.ACCOUNT, function.name());
  }

  @Override
  public CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return Math.toIntExact(Math.max(0, clock.instant().until(deadline, ChronoUnit.MILLIS)));
  }

  @Override
  public int getMemoryLimitInMB() {
    return function.limits().memoryMegabytes();
  }

  @Override
  public LambdaLogger getLogger() {
    return log;
  }
}
