package app.oegukmin.local.run;

import app.oegukmin.local.function.FunctionError;
import app.oegukmin.local.function.Functions;
import app.oegukmin.local.function.RecursiveInvocationException;
import app.oegukmin.local.function.TooManyRequestsException;
import app.oegukmin.local.function.TraceHeader;
import app.oegukmin.local.metric.Metric;
import app.oegukmin.local.metric.MetricStore;
import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Functions whose invocations are counted as AWS/Lambda counts them. */
final class MeasuredFunctions implements Functions {

  private final Functions functions;
  private final UnaryOperator<String> names;
  private final MetricStore store;
  private final Clock clock;

  /**
   * @param names physical names of functions by their logical ids
   */
  MeasuredFunctions(
      Functions functions, UnaryOperator<String> names, MetricStore store, Clock clock) {
    this.functions = functions;
    this.names = names;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public byte[] invoke(String logicalId, byte[] event, TraceHeader trace) throws FunctionError {
    try {
      byte[] response = functions.invoke(logicalId, event, trace);
      count(logicalId, "Errors", 0);
      return response;
    } catch (FunctionError e) {
      count(logicalId, "Errors", 1);
      throw e;
    } catch (TooManyRequestsException e) {
      count(logicalId, "Throttles", 1);
      throw e;
    } catch (RecursiveInvocationException e) {
      count(logicalId, "RecursiveInvocationsDropped", 1);
      throw e;
    }
  }

  private void count(String logicalId, String metric, double number) {
    Map<String, String> function = Map.of("FunctionName", names.apply(logicalId));
    store.put(new Metric("AWS/Lambda", metric, function), clock.instant(), number);
  }
}
