package app.oegukmin.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The REST API.
 *
 * @param keySource where a call's key for a usage plan comes from
 * @param cors empty without preflights
 * @param binaryMediaTypes content types whose bodies travel in Base64
 */
public record Api(
    Stage stage,
    KeySource keySource,
    List<Route> routes,
    List<Authorizer> authorizers,
    Optional<Cors> cors,
    List<GatewayResponse> gatewayResponses,
    List<String> binaryMediaTypes) {

  /**
   * The stage and what holds for all who call it.
   *
   * @param throttles in the order of the template
   * @param plans those that name this stage; keys of others are unknown to it
   */
  public record Stage(
      String name,
      Map<String, String> variables,
      List<MethodThrottle> throttles,
      List<UsagePlan> plans) {}

  /** Who says which key a call counts for. */
  public enum KeySource {
    /** The caller, in {@code x-api-key}. */
    HEADER,
    /** The authorizer, in {@code usageIdentifierKey}. */
    AUTHORIZER
  }

  /** Reads {@code AWS::Serverless::Api}, with the routes that functions put under it. */
  static Api read(Resources resources, Resource resource, List<Route> routes) {
    Section api =
        resource
            .properties()
            .without(
                "DefinitionBody",
                "DefinitionUri",
                "CacheClusterEnabled",
                "CanarySetting",
                "MinimumCompressionSize",
                "Mode");
    return new Api(
        new Stage(
            api.text("StageName"),
            api.map("Variables"),
            MethodThrottle.read(api),
            UsagePlan.read(resources, resource)),
        api.optional("ApiKeySourceType").map(KeySource::valueOf).orElse(KeySource.HEADER),
        routes,
        Authorizer.read(resources, api.section("Auth")),
        Cors.read(api),
        api.children("GatewayResponses").entrySet().stream()
            .map(entry -> GatewayResponse.read(entry.getKey(), entry.getValue()))
            .toList(),
        // SAM spells the slash as ~1, as in a JSON pointer.
        api.texts("BinaryMediaTypes").stream().map(type -> type.replace("~1", "/")).toList());
  }

  /** The routes of all functions; a complaint names the function. */
  static List<Route> routes(Resource api, List<LambdaFunction> functions) {
    List<Route> routes = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (LambdaFunction function : functions) {
      for (EventSource event : function.events()) {
        if (event instanceof Route route) {
          requireNew(api, route, taken);
          routes.add(route);
        }
      }
    }
    return List.copyOf(routes);
  }

  private static void requireNew(Resource api, Route route, Set<String> taken) {
    String key = route.method() + " " + route.path();
    if (!taken.add(key)) {
      throw new TemplateException(api.properties().line(), key + " stands here twice")
          .in(route.function());
    }
  }
}
