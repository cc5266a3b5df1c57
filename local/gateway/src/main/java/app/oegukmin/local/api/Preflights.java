package app.oegukmin.local.api;

import app.oegukmin.template.Cors;
import app.oegukmin.template.Route;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The {@code OPTIONS} methods that SAM adds to every path that has none, served without a function
 * (aws §2 #23).
 */
final class Preflights {

  private static final String METHOD = "OPTIONS";

  private final Map<Route, ApiResponse> responses = new HashMap<>();

  Preflights(Optional<Cors> cors, List<Route> routes) {
    Map<String, SortedSet<String>> methods = new TreeMap<>();
    for (Route route : routes) {
      methods.computeIfAbsent(route.path(), path -> new TreeSet<>()).add(route.method());
    }
    cors.ifPresent(
        settings ->
            methods.forEach(
                (path, own) -> {
                  if (own.add(METHOD)) {
                    responses.put(route(path), response(settings, String.join(",", own)));
                  }
                }));
  }

  List<Route> routes() {
    return List.copyOf(responses.keySet());
  }

  /** The response to a preflight, empty for any other route. */
  Optional<ApiResponse> response(Route route) {
    return Optional.ofNullable(responses.get(route));
  }

  /** Without authorizer, without key. */
  private static Route route(String path) {
    return new Route("", METHOD, path, Optional.empty(), false, Duration.ZERO);
  }

  private static ApiResponse response(Cors cors, String methods) {
    ApiResponse response =
        new ApiResponse(200, Headers.none(), "{}\n".getBytes(StandardCharsets.UTF_8))
            .with("Content-Type", "application/json")
            .with("Access-Control-Allow-Origin", cors.origin())
            .with("Access-Control-Allow-Methods", cors.methods().orElse(methods));
    response = with(response, "Access-Control-Allow-Headers", cors.headers());
    return with(response, "Access-Control-Max-Age", cors.maxAge());
  }

  private static ApiResponse with(ApiResponse response, String name, Optional<String> value) {
    return value.map(text -> response.with(name, text)).orElse(response);
  }
}
