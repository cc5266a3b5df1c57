package app.oegukmin.template;

import app.oegukmin.template.Authorizer.IdentitySource;
import app.oegukmin.template.Authorizer.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The WebSocket API, as its resources of {@code AWS::ApiGatewayV2} say; of SAM's own type for it
 * they would lose their condition.
 *
 * @param id what ARNs call it
 * @param stage the first part of its path
 * @param selection which part of a message names its route, as {@code $request.body.action}
 * @param authorizer who judges a handshake, empty for nobody
 */
public record SocketApi(
    String id,
    String stage,
    String selection,
    List<SocketRoute> routes,
    Optional<Authorizer> authorizer) {

  /**
   * What happens to messages with one key.
   *
   * @param key {@code $connect}, {@code $disconnect}, {@code $default} or a value that messages
   *     name
   * @param function logical id of the function that serves it
   * @param responds whether what the function returns goes back to the client
   * @param timeout how long the gateway waits for the function
   */
  public record SocketRoute(String key, String function, boolean responds, Duration timeout) {}

  private static final String V2 = "AWS::ApiGatewayV2::";

  /** The longest that API Gateway waits. */
  private static final int TIMEOUT_MILLIS = 29_000;

  private static final Pattern SOURCE =
      Pattern.compile("route\\.request\\.(header|querystring)\\.([\\w-]+)");

  /** The route with a key. */
  public Optional<SocketRoute> route(String key) {
    return routes.stream().filter(route -> route.key().equals(key)).findFirst();
  }

  /** The API; empty without one. */
  static Optional<SocketApi> read(Resources resources) {
    return resources.read(V2 + "Api", api -> api(resources, api)).stream().findFirst();
  }

  private static SocketApi api(Resources resources, Resource api) {
    Section properties =
        api.properties().only("Name", "Description", "ProtocolType", "RouteSelectionExpression");
    if (!properties.text("ProtocolType").equals("WEBSOCKET")) {
      throw new TemplateException(properties.line(), "only WEBSOCKET is supported here");
    }
    return new SocketApi(
        resources.reference(api),
        resources.read(V2 + "Stage", stage -> stage.properties().text("StageName")).getFirst(),
        properties.text("RouteSelectionExpression"),
        resources.read(V2 + "Route", route -> route(resources, route)),
        resources.read(V2 + "Authorizer", each -> authorizer(resources, each)).stream()
            .findFirst());
  }

  private static SocketRoute route(Resources resources, Resource route) {
    Section properties =
        route
            .properties()
            .only(
                "ApiId",
                "RouteKey",
                "Target",
                "AuthorizationType",
                "AuthorizerId",
                "RouteResponseSelectionExpression");
    Section integration = integration(resources, properties);
    boolean asked =
        properties.optional("RouteResponseSelectionExpression").equals(Optional.of("$default"));
    return new SocketRoute(
        properties.text("RouteKey"),
        function(resources, integration, "IntegrationUri"),
        // Both are needed: the expression and a resource that answers to it.
        asked && responses(resources).contains(resources.reference(route)),
        Duration.ofMillis(integration.number("TimeoutInMillis").orElse(TIMEOUT_MILLIS)));
  }

  private static Section integration(Resources resources, Section route) {
    String target = route.text("Target");
    return resources
        .read(
            V2 + "Integration",
            found ->
                target.equals("integrations/" + resources.reference(found))
                    ? Optional.of(found.properties())
                    : Optional.<Section>empty())
        .stream()
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new TemplateException(route.line(), target + " is no integration"));
  }

  private static List<String> responses(Resources resources) {
    return resources.read(V2 + "RouteResponse", each -> each.properties().text("RouteId"));
  }

  private static Authorizer authorizer(Resources resources, Resource authorizer) {
    Section properties =
        authorizer
            .properties()
            .only("ApiId", "Name", "AuthorizerType", "AuthorizerUri", "IdentitySource");
    return new Authorizer(
        properties.text("Name"),
        function(resources, properties, "AuthorizerUri"),
        properties.texts("IdentitySource").stream().map(SocketApi::source).toList(),
        Duration.ZERO);
  }

  /** The function behind the URI that invokes its alias. */
  private static String function(Resources resources, Section section, String key) {
    String uri = section.text(key);
    return resources.read(Resources.FUNCTION, Resource::logicalId).stream()
        .filter(id -> uri.contains("/functions/" + alias(resources, id) + "/invocations"))
        .findFirst()
        .orElseThrow(() -> new TemplateException(section.line(), key + " names no alias of ours"));
  }

  private static String alias(Resources resources, String id) {
    return resources.names().attribute(id, Resources.FUNCTION, "Alias");
  }

  private static IdentitySource source(String expression) {
    Matcher known = SOURCE.matcher(expression);
    if (!known.matches()) {
      throw new TemplateException(1, expression + " is not supported here");
    }
    Place place = known.group(1).equals("header") ? Place.HEADER : Place.QUERY_STRING;
    return new IdentitySource(place, known.group(2));
  }
}
