package app.oegukmin.authorizer;

import app.oegukmin.shared.limit.Decision;
import app.oegukmin.shared.token.AccessToken;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an authorizer returns to API Gateway: whether the call is allowed (the result is not cached)
 * and what the function needs to know of the caller.
 *
 * @param principal the member's id or {@code guest}
 * @param context flat; API Gateway turns every value into a string
 * @param planKey names the usage plan the call counts against
 */
record Verdict(
    boolean allowed, String principal, Map<String, String> context, Optional<String> planKey) {

  private static final String GUEST = "guest";

  static Verdict member(AccessToken token) {
    Map<String, String> context = new HashMap<>(token.context());
    context.put("tier", "member");
    return new Verdict(true, token.member(), Map.copyOf(context), Optional.empty());
  }

  static Verdict guest() {
    return new Verdict(true, GUEST, Map.of("tier", GUEST), Optional.empty());
  }

  /** Becomes 403 J001 by the gateway response ACCESS_DENIED. */
  static Verdict deny() {
    return new Verdict(false, GUEST, Map.of(), Optional.empty());
  }

  /**
   * This verdict with the result of the limits; the function refuses what they refuse (aws §1.4).
   */
  Verdict counted(Decision decision, String key) {
    Map<String, String> all = new HashMap<>(context);
    all.putAll(decision.context());
    return new Verdict(allowed, principal, Map.copyOf(all), Optional.of(key));
  }
}
