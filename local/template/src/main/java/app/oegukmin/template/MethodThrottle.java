package app.oegukmin.template;

import java.util.List;

/**
 * What the stage lets through, whoever calls: one entry of {@code MethodSettings}.
 *
 * @param path {@code *} for all
 * @param method {@code *} for all
 */
public record MethodThrottle(String path, String method, Throttle throttle) {

  private static final String ALL = "*";

  /** Whether this holds for a route that has no settings of its own. */
  public boolean isGeneral() {
    return path.equals(ALL) || method.equals(ALL);
  }

  /** Whether a route is meant, by name or as one of all. */
  public boolean covers(Route route) {
    return List.of(ALL, route.path()).contains(path)
        && List.of(ALL, route.method()).contains(method);
  }

  static List<MethodThrottle> read(Section api) {
    return api.list("MethodSettings").stream()
        .map(settings -> settings.without("CachingEnabled", "CacheTtlInSeconds"))
        .filter(settings -> settings.find("ThrottlingRateLimit").isPresent())
        .map(MethodThrottle::of)
        .toList();
  }

  private static MethodThrottle of(Section settings) {
    String path = settings.text("ResourcePath");
    return new MethodThrottle(
        // CloudFormation writes the slashes within a path as ~1.
        path.equals("/*") ? ALL : path.replaceFirst("^/~1", "/").replace("~1", "/"),
        settings.text("HttpMethod"),
        Throttle.read(settings, "ThrottlingRateLimit", "ThrottlingBurstLimit"));
  }
}
