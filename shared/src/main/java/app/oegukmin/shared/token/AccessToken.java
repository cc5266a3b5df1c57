package app.oegukmin.shared.token;

import java.time.Instant;
import java.util.Optional;

/**
 * What a good access token says.
 *
 * @param id unique to the token, so that a ban hits no other (D-A15)
 * @param member the account's id
 * @param role {@code ROLE_USER} or {@code ROLE_ADMIN}
 * @param family the sign-in it descends from; empty for a token of the original
 * @param expiresAt from then on it is refused
 */
public record AccessToken(
    String id, String member, String role, Optional<String> family, Instant expiresAt) {}
