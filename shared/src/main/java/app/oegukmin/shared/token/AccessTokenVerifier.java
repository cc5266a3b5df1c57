package app.oegukmin.shared.token;

import app.oegukmin.shared.key.Key;
import app.oegukmin.shared.key.KeySet;
import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

/** Tells good access tokens from all else. */
public final class AccessTokenVerifier {

  private static final String BEARER = "Bearer ";

  private final KeySet keys;
  private final String issuer;
  private final Clock clock;

  /** A verifier of one issuer's tokens. */
  public AccessTokenVerifier(KeySet keys, String issuer, Clock clock) {
    this.keys = keys;
    this.issuer = issuer;
    this.clock = clock;
  }

  /**
   * What the token in an Authorization header says, with or without the scheme (contract §2); empty
   * when it is missing, malformed, forged, expired, not yet valid, for others or no access token.
   */
  public Optional<AccessToken> verify(String header) {
    String token = header.startsWith(BEARER) ? header.substring(BEARER.length()) : header;
    try {
      return kid(token).flatMap(keys::find).map(key -> verified(token, key));
    } catch (JWTVerificationException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> kid(String token) {
    try {
      return Optional.ofNullable(JWT.decode(token).getKeyId());
    } catch (NullPointerException e) {
      // What the library makes of a header that is the JSON null.
      return Optional.empty();
    }
  }

  private AccessToken verified(String token, Key key) {
    var rules =
        (JWTVerifier.BaseVerification)
            JWT.require(Algorithm.HMAC256(key.secret()))
                .withIssuer(issuer)
                .withAudience(TokenClaims.AUDIENCE)
                .withClaim(TokenClaims.TYPE, TokenClaims.ACCESS)
                .withClaimPresence("jti")
                .withClaimPresence("sub")
                .withClaimPresence("exp");
    DecodedJWT good = rules.build(clock).verify(token);
    demandOneSpelling(good.getSignature());
    return new AccessToken(
        good.getId(),
        good.getSubject(),
        good.getClaim(TokenClaims.ROLE).asString(),
        good.getExpiresAtAsInstant());
  }

  // Padding and unused bits would give one token several texts (D-A14).
  private static void demandOneSpelling(String signature) {
    byte[] bytes = Base64.getUrlDecoder().decode(signature);
    if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(signature)) {
      throw new JWTVerificationException("Signature is not in canonical Base64");
    }
  }
}
