package app.oegukmin.template;

import app.oegukmin.template.Api.KeySource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code AWS::Serverless::Api} and the routes that functions put under it. */
final class ApiReader {

  /** The longest API Gateway waits by itself: 29 s (aws §2 #21). */
  private static final int TIMEOUT_MILLIS = 29_000;

  private final Resources resources;
  private final Resource resource;
  private final Section auth;
  private final List<Authorizer> authorizers;

  ApiReader(Resources resources, Resource resource) {
    this.resources = resources;
    this.resource = resource;
    resource
        .properties()
        .without(
            "DefinitionBody",
            "DefinitionUri",
            "CacheClusterEnabled",
            "CanarySetting",
            "MinimumCompressionSize",
            "Mode");
    this.auth = resource.properties().section("Auth");
    this.authorizers = new AuthorizerReader(resources).read(auth);
  }

  /** The API with the routes of all functions. */
  Api read(List<LambdaFunction> functions) {
    List<Route> routes = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (LambdaFunction function : functions) {
      for (EventSource event : function.events()) {
        if (event instanceof Route route) {
          routes.add(unique(route, taken));
        }
      }
    }
    Section api = resource.properties();
    return new Api(
        new Api.Stage(
            api.text("StageName"),
            api.map("Variables"),
            MethodThrottle.read(api),
            new UsagePlanReader(resources, resource).read()),
        keySource(api),
        List.copyOf(routes),
        authorizers,
        CorsReader.read(api),
        api.children("GatewayResponses").entrySet().stream()
            .map(entry -> gatewayResponse(entry.getKey(), entry.getValue()))
            .toList(),
        // SAM spells the slash as ~1, as in a JSON pointer.
        api.texts("BinaryMediaTypes").stream().map(type -> type.replace("~1", "/")).toList());
  }

  private static KeySource keySource(Section api) {
    return api.optional("ApiKeySourceType").map(KeySource::valueOf).orElse(KeySource.HEADER);
  }

  /** A function's {@code Api} event. */
  Route route(String function, Section event) {
    event.only("Path", "Method", "RestApiId", "Auth", "TimeoutInMillis");
    if (!event.text("RestApiId").equals(resources.reference(resource))) {
      throw new TemplateException(event.line(), "RestApiId must be " + resource.logicalId());
    }
    Section own = event.section("Auth").only("Authorizer", "ApiKeyRequired");
    return new Route(
        function,
        event.text("Method").toUpperCase(Locale.ROOT),
        event.text("Path"),
        authorizer(own),
        own.flag("ApiKeyRequired", auth.flag("ApiKeyRequired", false)),
        Duration.ofMillis(event.number("TimeoutInMillis").orElse(TIMEOUT_MILLIS)));
  }

  private Optional<String> authorizer(Section own) {
    Optional<String> name =
        own.optional("Authorizer")
            .or(() -> auth.optional("DefaultAuthorizer"))
            .filter(chosen -> !chosen.equals("NONE"));
    name.filter(chosen -> authorizers.stream().noneMatch(known -> known.name().equals(chosen)))
        .ifPresent(
            chosen -> {
              throw new TemplateException(own.line(), "there is no authorizer " + chosen);
            });
    return name;
  }

  private Route unique(Route route, Set<String> taken) {
    String key = route.method() + " " + route.path();
    if (!taken.add(key)) {
      throw new TemplateException(resource.properties().line(), key + " stands here twice")
          .in(route.function());
    }
    return route;
  }

  private static GatewayResponse gatewayResponse(String type, Section response) {
    response.only("StatusCode", "ResponseParameters", "ResponseTemplates");
    return new GatewayResponse(
        type,
        response.number("StatusCode"),
        response.section("ResponseParameters").only("Headers").map("Headers"),
        response.map("ResponseTemplates"));
  }
}
