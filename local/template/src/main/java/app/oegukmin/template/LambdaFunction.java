package app.oegukmin.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A Lambda function.
 *
 * @param environment variables with resolved values
 * @param events what makes it run; authorizers are invoked by the API instead
 * @param policy what it may do; all else is refused
 * @param inVpc whether AWS puts it into a VPC, without a way to the internet
 */
public record LambdaFunction(
    String logicalId,
    String name,
    Code code,
    Map<String, String> environment,
    Limits limits,
    List<EventSource> events,
    List<Statement> policy,
    boolean inVpc) {

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

  private static final int DEFAULT_TIMEOUT_SECONDS = 3;
  private static final int DEFAULT_MEMORY_MEGABYTES = 128;

  /**
   * Reads {@code AWS::Serverless::Function}.
   *
   * @param api where its routes belong
   */
  static LambdaFunction read(Resources resources, Optional<Resource> api, Resource resource) {
    Section function =
        resource.properties().without("InlineCode", "ImageUri", "Layers", "EventInvokeConfig");
    return new LambdaFunction(
        resource.logicalId(),
        resources.reference(resource),
        new Code(function.text("Handler"), function.text("CodeUri")),
        function.section("Environment").map("Variables"),
        new Limits(
            function.seconds("Timeout", DEFAULT_TIMEOUT_SECONDS),
            function.number("MemorySize").orElse(DEFAULT_MEMORY_MEGABYTES),
            function.number("ReservedConcurrentExecutions"),
            function.optional("RecursiveLoop").equals(Optional.of("Allow"))),
        function.children("Events").entrySet().stream()
            .map(event -> event(resources, api, resource.logicalId(), event))
            .toList(),
        Statement.read(function),
        // Declared is enough: on this machine a condition leaves the value out.
        function.fields().entries().containsKey("VpcConfig"));
  }

  private static EventSource event(
      Resources resources,
      Optional<Resource> api,
      String function,
      Map.Entry<String, Section> declared) {
    Section event = declared.getValue();
    Section properties = event.section("Properties");
    return switch (event.text("Type")) {
      case "SQS" -> QueueSource.read(resources, properties);
      case "DynamoDB" -> StreamSource.read(resources, properties);
      case "ScheduleV2" -> ScheduleSource.read(declared.getKey(), properties);
      case "Api" -> Route.read(resources, required(api, event), function, properties);
      default ->
          throw new TemplateException(
              event.line(),
              "event "
                  + declared.getKey()
                  + " of type "
                  + event.text("Type")
                  + " is not supported here");
    };
  }

  private static Resource required(Optional<Resource> api, Section event) {
    return api.orElseThrow(
        () -> new TemplateException(event.line(), "there is no " + Resources.API));
  }
}
