package app.oegukmin.user;

import app.oegukmin.shared.key.Key;
import app.oegukmin.shared.key.KeySet;
import app.oegukmin.shared.token.TokenClaims;
import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
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
    return claims(user, session)
        .withKeyId(key.kid())
        .withIssuer(issuer)
        .withAudience(TokenClaims.AUDIENCE)
        .withJWTId(id)
        .withClaim(TokenClaims.TYPE, type)
        .withIssuedAt(session.renewed())
        .withExpiresAt(session.renewed().plus(lifetime))
        .sign(Algorithm.HMAC256(key.secret()));
  }

  private static JWTCreator.Builder claims(User user, Session session) {
    JWTCreator.Builder claims =
        JWT.create()
            .withSubject(user.id())
            .withClaim(TokenClaims.FAMILY, session.family())
            .withClaim(TokenClaims.ROLE, user.role());
    return session.verified().isPresent() ? claims.withClaim(TokenClaims.VERIFIED, true) : claims;
  }
}
