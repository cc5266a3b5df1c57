package app.oegukmin.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code AWS::Serverless::Function}. */
final class FunctionReader {

  private static final int DEFAULT_TIMEOUT_SECONDS = 3;
  private static final int DEFAULT_MEMORY_MEGABYTES = 128;

  private final Resources resources;
  private final Optional<ApiReader> api;

  FunctionReader(Resources resources, Optional<ApiReader> api) {
    this.resources = resources;
    this.api = api;
  }

  LambdaFunction read(Resource resource) {
    Section function =
        resource.properties().without("InlineCode", "ImageUri", "Layers", "EventInvokeConfig");
    return new LambdaFunction(
        resource.logicalId(),
        resources.reference(resource),
        new LambdaFunction.Code(function.text("Handler"), function.text("CodeUri")),
        function.section("Environment").map("Variables"),
        new LambdaFunction.Limits(
            function.seconds("Timeout", DEFAULT_TIMEOUT_SECONDS),
            function.number("MemorySize").orElse(DEFAULT_MEMORY_MEGABYTES),
            function.number("ReservedConcurrentExecutions"),
            function.optional("RecursiveLoop").equals(Optional.of("Allow"))),
        events(resource.logicalId(), function.children("Events")),
        Statement.read(function));
  }

  private List<EventSource> events(String function, Map<String, Section> events) {
    return events.entrySet().stream()
        .map(event -> event(function, event.getKey(), event.getValue()))
        .toList();
  }

  private EventSource event(String function, String name, Section event) {
    Section properties = event.section("Properties");
    return switch (event.text("Type")) {
      case "SQS" -> QueueSource.read(resources, properties);
      case "DynamoDB" -> StreamSource.read(resources, properties);
      case "ScheduleV2" -> ScheduleSource.read(name, properties);
      case "Api" -> api(event).route(function, properties);
      default ->
          throw new TemplateException(
              event.line(),
              "event " + name + " of type " + event.text("Type") + " is not supported here");
    };
  }

  private ApiReader api(Section event) {
    return api.orElseThrow(
        () -> new TemplateException(event.line(), "there is no " + Resources.API));
  }
}
