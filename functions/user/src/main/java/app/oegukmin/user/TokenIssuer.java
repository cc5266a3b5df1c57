package app.oegukmin.user;

import app.oegukmin.shared.key.Key;
import app.oegukmin.shared.key.KeySet;
import app.oegukmin.shared.token.TokenClaims;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Signs tokens with the current key. */
final class TokenIssuer {

  private final KeySet keys;
  private final String issuer;
  private final Duration accessLifetime;
  private final Duration refreshLifetime;
  private final Clock clock;

  TokenIssuer(
      KeySet keys, String issuer, Duration accessLifetime, Duration refreshLifetime, Clock clock) {
    this.keys = keys;
    this.issuer = issuer;
    this.accessLifetime = accessLifetime;
    this.refreshLifetime = refreshLifetime;
    this.clock = clock;
  }

  /** A new pair; no two tokens are alike, even within one second (D-A15). */
  TokenView issue(User user) {
    return new TokenView(
        sign(user, TokenClaims.ACCESS, accessLifetime),
        sign(user, TokenClaims.REFRESH, refreshLifetime));
  }

  private String sign(User user, String type, Duration lifetime) {
    Key key = keys.current();
    Instant now = clock.instant();
    return JWT.create()
        .withKeyId(key.kid())
        .withIssuer(issuer)
        .withAudience(TokenClaims.AUDIENCE)
        .withSubject(user.id())
        .withJWTId(UUID.randomUUID().toString())
        .withClaim(TokenClaims.TYPE, type)
        .withClaim(TokenClaims.ROLE, user.role())
        .withIssuedAt(now)
        .withExpiresAt(now.plus(lifetime))
        .sign(Algorithm.HMAC256(key.secret()));
  }
}
