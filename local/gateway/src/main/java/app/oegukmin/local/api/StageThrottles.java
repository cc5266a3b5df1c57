package app.oegukmin.local.api;

import app.oegukmin.template.MethodThrottle;
import app.oegukmin.template.Route;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The stage's throttles, whoever calls (aws §1.2). A method has a bucket of its own, also where its
 * settings are those of all (from memory).
 */
final class StageThrottles {

  private final Map<Route, TokenBucket> buckets = new HashMap<>();

  StageThrottles(List<MethodThrottle> throttles, List<Route> routes, InstantSource clock) {
    for (Route route : routes) {
      throttles.stream()
          .filter(throttle -> throttle.covers(route))
          .min(Comparator.comparing(MethodThrottle::isGeneral))
          .ifPresent(found -> buckets.put(route, new TokenBucket(found.throttle(), clock)));
    }
  }

  /**
   * Counts a call.
   *
   * @throws GatewayException 429 when there are too many
   */
  void admit(Route route) throws GatewayException {
    TokenBucket bucket = buckets.get(route);
    if (bucket != null && !bucket.take()) {
      throw new GatewayException(Failure.THROTTLED);
    }
  }
}
