package app.oegukmin.local.api;

import app.oegukmin.template.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the route of a request: first the resource, then its method. */
final class Routes {

  /** A route and what its path parameters stand for. */
  record Match(Route route, Map<String, String> parameters) {}

  private final SortedMap<PathPattern, Map<String, Route>> resources =
      new TreeMap<>(PathPattern.BY_EXACTNESS);

  /** The parameter that follows a path, by that path. */
  private final Map<String, String> parameters = new HashMap<>();

  /**
   * Routes of one API.
   *
   * @throws IllegalArgumentException when siblings have parameters with two names, which API
   *     Gateway refuses at deployment
   */
  Routes(List<Route> routes) {
    routes.forEach(route -> requireOneName(route.path()));
    for (Route route : routes) {
      resources
          .computeIfAbsent(new PathPattern(route.path()), path -> new HashMap<>())
          .put(route.method(), route);
    }
  }

  private void requireOneName(String path) {
    int end = path.indexOf('{');
    while (end >= 0) {
      int close = path.indexOf('}', end);
      String name = path.substring(end, close + 1);
      String other = parameters.putIfAbsent(path.substring(0, end) + kind(name), name);
      if (other != null && !other.equals(name)) {
        throw new IllegalArgumentException(
            "%s: a sibling of %s is %s; siblings share one name".formatted(path, name, other));
      }
      end = path.indexOf('{', close);
    }
  }

  // What takes the rest of a path is not known to be refused beside what takes one part.
  private static String kind(String name) {
    return name.endsWith("+}") ? "+" : "";
  }

  /** The route for a method and a raw path; a trailing slash does not count (aws §2 #3). */
  Optional<Match> find(String method, String path) {
    String trimmed = path.equals("/") ? path : path.replaceFirst("/$", "");
    for (Map.Entry<PathPattern, Map<String, Route>> resource : resources.entrySet()) {
      Optional<Map<String, String>> parameters = resource.getKey().match(trimmed);
      if (parameters.isPresent()) {
        Map<String, Route> methods = resource.getValue();
        return Optional.ofNullable(methods.getOrDefault(method, methods.get("ANY")))
            .map(route -> new Match(route, parameters.get()));
      }
    }
    return Optional.empty();
  }
}
