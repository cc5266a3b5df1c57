package app.oegukmin.shared.token;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a good access token says.
 *
 * @param id unique to the token, so that a ban hits no other (D-A15)
 * @param member the account's id
 * @param role the account's when the token was issued, {@code ROLE_USER} or {@code ROLE_ADMIN}
 * @param verified whether its owner signed in with an ID token (F-4)
 * @param family the sign-in it descends from; empty for a token of the original
 * @param issuedAt by the clock of who signed it, whole seconds; the epoch when it does not say
 * @param expiresAt from then on it is refused
 */
public record AccessToken(
    String id,
    String member,
    String role,
    boolean verified,
    Optional<String> family,
    Instant issuedAt,
    Instant expiresAt) {

  /** The same token with another role. */
  public AccessToken withRole(String now) {
    return new AccessToken(id, member, now, verified, family, issuedAt, expiresAt);
  }

  /** The entries of the authorizer's context, which tell a function who calls. */
  public Map<String, String> context() {
    Map<String, String> context = new HashMap<>();
    context.put("userId", member);
    context.put("role", role);
    context.put("tokenId", id);
    context.put("verified", Boolean.toString(verified));
    context.put("issuedAt", Long.toString(issuedAt.getEpochSecond()));
    context.put("expiresAt", Long.toString(expiresAt.getEpochSecond()));
    family.ifPresent(it -> context.put("family", it));
    return Map.copyOf(context);
  }

  /** The token in a context, empty where a guest calls. */
  public static Optional<AccessToken> of(Function<String, Optional<String>> context) {
    return context
        .apply("userId")
        .map(
            member ->
                new AccessToken(
                    context.apply("tokenId").orElseThrow(),
                    member,
                    context.apply("role").orElseThrow(),
                    Boolean.parseBoolean(context.apply("verified").orElse("")),
                    context.apply("family"),
                    seconds(context.apply("issuedAt")),
                    seconds(context.apply("expiresAt"))));
  }

  private static Instant seconds(Optional<String> text) {
    return Instant.ofEpochSecond(Long.parseLong(text.orElseThrow()));
  }
}
