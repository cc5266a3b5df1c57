package app.oegukmin.shared.token;

import java.time.Instant;
import java.util.Optional;

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
}
