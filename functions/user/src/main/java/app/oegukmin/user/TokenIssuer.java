package app.oegukmin.user;

import app.oegukmin.shared.key.Key;
import app.oegukmin.shared.key.KeySet;
import app.oegukmin.shared.token.TokenClaims;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.time.Duration;

/** Signs tokens with the current key. */
final class TokenIssuer {

  private final KeySet keys;
  private final String issuer;
  private final Lifetimes lifetimes;

  TokenIssuer(KeySet keys, String issuer, Lifetimes lifetimes) {
    this.keys = keys;
    this.issuer = issuer;
    this.lifetimes = lifetimes;
  }

  Lifetimes lifetimes() {
    return lifetimes;
  }

  /**
   * A pair of a session, dated when the session was renewed: asked for again with the same id, it
   * is the same pair (F-3). Of two ids no access tokens are alike, even within one second (D-A15).
   */
  TokenView issue(User user, Session session, String refreshId) {
    String accessId = RefreshToken.hash("access:" + refreshId);
    return new TokenView(
        sign(user, session, accessId, TokenClaims.ACCESS, lifetimes.access()),
        sign(user, session, refreshId, TokenClaims.REFRESH, lifetimes.refresh()));
  }

  private String sign(User user, Session session, String id, String type, Duration lifetime) {
    Key key = keys.current();
    return JWT.create()
        .withKeyId(key.kid())
        .withIssuer(issuer)
        .withAudience(TokenClaims.AUDIENCE)
        .withSubject(user.id())
        .withJWTId(id)
        .withClaim(TokenClaims.TYPE, type)
        .withClaim(TokenClaims.FAMILY, session.family())
        .withClaim(TokenClaims.ROLE, user.role())
        .withIssuedAt(session.renewed())
        .withExpiresAt(session.renewed().plus(lifetime))
        .sign(Algorithm.HMAC256(key.secret()));
  }
}
