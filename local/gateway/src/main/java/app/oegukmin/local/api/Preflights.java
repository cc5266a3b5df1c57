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

  private final Map<Route, ApiAnswer> answers = new HashMap<>();

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
                    answers.put(route(path), answer(settings, String.join(",", own)));
                  }
                }));
  }

  List<Route> routes() {
    return List.copyOf(answers.keySet());
  }

  /** The response to a preflight, empty for any other route. */
  Optional<ApiAnswer> answer(Route route) {
    return Optional.ofNullable(answers.get(route));
  }

  /** Without authorizer, without key. */
  private static Route route(String path) {
    return new Route("", METHOD, path, Optional.empty(), false, Duration.ZERO);
  }

  private static ApiAnswer answer(Cors cors, String methods) {
    ApiAnswer answer =
        new ApiAnswer(200, Headers.none(), "{}\n".getBytes(StandardCharsets.UTF_8))
            .with("Content-Type", "application/json")
            .with("Access-Control-Allow-Origin", cors.origin())
            .with("Access-Control-Allow-Methods", cors.methods().orElse(methods));
    answer = with(answer, "Access-Control-Allow-Headers", cors.headers());
    return with(answer, "Access-Control-Max-Age", cors.maxAge());
  }

  private static ApiAnswer with(ApiAnswer answer, String name, Optional<String> value) {
    return value.map(text -> answer.with(name, text)).orElse(answer);
  }
}
