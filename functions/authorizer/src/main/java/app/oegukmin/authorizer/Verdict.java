package app.oegukmin.authorizer;

import app.oegukmin.shared.token.AccessToken;
import java.util.Map;

/**
 * What an authorizer answers to API Gateway: a policy for the method that was called, because the
 * result is not cached, and what the function is to know of the caller.
 *
 * @param principal the member's id or {@code guest}
 * @param context flat; API Gateway turns every value into a string
 */
record Verdict(boolean allowed, String principal, Map<String, String> context) {

  private static final String GUEST = "guest";

  static Verdict member(AccessToken token) {
    return new Verdict(
        true,
        token.member(),
        Map.of(
            "userId", token.member(),
            "role", token.role(),
            "tokenId", token.id(),
            "tier", "member"));
  }

  static Verdict guest() {
    return new Verdict(true, GUEST, Map.of("tier", GUEST));
  }

  /** Becomes 403 J001 by the gateway response ACCESS_DENIED. */
  static Verdict deny() {
    return new Verdict(false, GUEST, Map.of());
  }
}
