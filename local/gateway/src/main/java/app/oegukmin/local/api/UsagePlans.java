package app.oegukmin.local.api;

import app.oegukmin.template.Api;
import app.oegukmin.template.UsagePlan;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The usage plans of the stage: finds the key a call counts for, and counts (aws §1.2). AWS counts
 * approximately, this counts exactly.
 */
final class UsagePlans {

  private static final String HEADER = "x-api-key";

  private record Valve(
      UsagePlan.Key key, Optional<TokenBucket> bucket, Optional<DailyQuota> quota) {}

  private final Api.KeySource source;
  private final Map<String, Valve> valves = new HashMap<>();

  /**
   * Plans of which every key has a bucket and a quota of its own.
   *
   * @throws IllegalArgumentException when a key is in two of them, which AWS refuses
   */
  UsagePlans(Api api, InstantSource clock) {
    this.source = api.keySource();
    for (UsagePlan plan : api.stage().plans()) {
      for (UsagePlan.Key key : plan.keys()) {
        if (valves.put(key.value(), valve(key, plan, clock)) != null) {
          throw new IllegalArgumentException("Key " + key.id() + " is in two plans of one stage");
        }
      }
    }
  }

  private static Valve valve(UsagePlan.Key key, UsagePlan plan, InstantSource clock) {
    return new Valve(
        key,
        plan.throttle().map(throttle -> new TokenBucket(throttle, clock)),
        plan.requestsPerDay().map(most -> new DailyQuota(most, clock)));
  }

  /**
   * Counts a call whose method demands a key.
   *
   * @throws GatewayException 403 without a key of a plan of this stage, 429 when it is used up
   */
  void admit(Exchange exchange) throws GatewayException {
    Optional<String> named =
        switch (source) {
          case HEADER -> exchange.request().headers().last(HEADER);
          case AUTHORIZER -> exchange.authorizersKey();
        };
    Valve valve =
        named.map(valves::get).orElseThrow(() -> new GatewayException(Failure.INVALID_API_KEY));
    exchange.countFor(valve.key());
    if (!valve.bucket().map(TokenBucket::take).orElse(true)) {
      throw new GatewayException(Failure.THROTTLED);
    }
    if (!valve.quota().map(DailyQuota::take).orElse(true)) {
      throw new GatewayException(Failure.QUOTA_EXCEEDED);
    }
  }
}
