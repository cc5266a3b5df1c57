package app.oegukmin.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A Lambda function.
 *
 * @param environment variables with resolved values
 * @param events what makes it run; authorizers are invoked by the API instead
 * @param policy what it may do; all else is refused
 */
public record LambdaFunction(
    String logicalId,
    String name,
    Code code,
    Map<String, String> environment,
    Limits limits,
    List<EventSource> events,
    List<Statement> policy) {

  /**
   * What runs.
   *
   * @param handler class name, perhaps with {@code ::method}
   * @param uri the module's folder, relative to the template
   */
  public record Code(String handler, String uri) {}

  /**
   * What its invocations may take.
   *
   * @param timeout of one invocation
   * @param reservedConcurrency how many run at once, set apart from the account's; empty for a
   *     share of the rest
   * @param loops whether it may run more than 16 times in one chain of invocations ({@code
   *     RecursiveLoop: Allow})
   */
  public record Limits(
      Duration timeout, int memoryMegabytes, OptionalInt reservedConcurrency, boolean loops) {}
}
