package app.oegukmin.shared.token;

import java.time.Instant;

/**
 * What a good access token says.
 *
 * @param id unique to the token, so that a ban hits no other (D-A15)
 * @param member the account's id
 * @param role {@code ROLE_USER} or {@code ROLE_ADMIN}
 * @param expiresAt when it ends
 */
public record AccessToken(String id, String member, String role, Instant expiresAt) {}
