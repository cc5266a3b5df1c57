package app.oegukmin.crawler;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import java.util.Iterator;
import java.util.stream.IntStream;

/** An invocation whose remaining time is told by a test: the last value for ever. */
final class FakeContext implements Context {

  private static final int PLENTY = 900_000;

  private final Iterator<Integer> remaining;
  private int last = PLENTY;

  FakeContext(int... remainingMillis) {
    this.remaining = IntStream.of(remainingMillis).iterator();
  }

  @Override
  public int getRemainingTimeInMillis() {
    last = remaining.hasNext() ? remaining.next() : last;
    return last;
  }

  @Override
  public String getAwsRequestId() {
    return "00000000-0000-0000-0000-000000000000";
  }

  @Override
  public String getLogGroupName() {
    return "";
  }

  @Override
  public String getLogStreamName() {
    return "";
  }

  @Override
  public String getFunctionName() {
    return "crawler";
  }

  @Override
  public String getFunctionVersion() {
    return "1";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "";
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
  public int getMemoryLimitInMB() {
    return 512;
  }

  @Override
  public LambdaLogger getLogger() {
    return LambdaRuntime.getLogger();
  }
}
