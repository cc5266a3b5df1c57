package app.oegukmin.local.function;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Makes Lambda's error of what a function threw and leaves the trace in the function's log. */
final class Failure {

  private Failure() {}

  static FunctionError of(Throwable thrown, LambdaLogger log) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    log.log(trace.toString(), LogLevel.ERROR);
    return new FunctionError(thrown.getClass().getName(), thrown.getMessage());
  }
}
