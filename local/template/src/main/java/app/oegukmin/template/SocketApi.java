package app.oegukmin.template;

import app.oegukmin.template.Authorizer.IdentitySource;
import app.oegukmin.template.Authorizer.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The WebSocket API.
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

  /** The longest that API Gateway waits. */
  private static final int TIMEOUT_MILLIS = 29_000;

  private static final Pattern SOURCE =
      Pattern.compile("route\\.request\\.(header|querystring)\\.([\\w-]+)");

  /** The route with a key. */
  public Optional<SocketRoute> route(String key) {
    return routes.stream().filter(route -> route.key().equals(key)).findFirst();
  }

  /** Reads {@code AWS::Serverless::WebSocketApi}. */
  static SocketApi read(Resources resources, Resource resource) {
    Section api =
        resource
            .properties()
            .only(
                "Name",
                "Description",
                "StageName",
                "RouteSelectionExpression",
                "Routes",
                "Auth",
                // What the log and the throttles do to a call is not played here.
                "AccessLogSettings",
                "DefaultRouteSettings");
    return new SocketApi(
        resources.reference(resource),
        api.text("StageName"),
        api.text("RouteSelectionExpression"),
        api.children("Routes").entrySet().stream()
            .map(route -> route(resources, route.getKey(), route.getValue()))
            .toList(),
        authorizer(resources, api.section("Auth")));
  }

  private static SocketRoute route(Resources resources, String key, Section route) {
    route.only("FunctionArn", "IntegrationTimeout", "RouteResponseSelectionExpression");
    return new SocketRoute(
        key,
        resources.owner(Resources.FUNCTION, "Alias", route, "FunctionArn"),
        route.optional("RouteResponseSelectionExpression").equals(Optional.of("$default")),
        Duration.ofMillis(route.number("IntegrationTimeout").orElse(TIMEOUT_MILLIS)));
  }

  private static Optional<Authorizer> authorizer(Resources resources, Section auth) {
    auth.only("AuthType", "AuthArn", "IdentitySource", "Name");
    if (!auth.optional("AuthType").equals(Optional.of("CUSTOM"))) {
      return Optional.empty();
    }
    return Optional.of(
        new Authorizer(
            auth.optional("Name").orElse("Connect"),
            resources.owner(Resources.FUNCTION, "Alias", auth, "AuthArn"),
            auth.texts("IdentitySource").stream().map(SocketApi::source).toList(),
            Duration.ZERO));
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
