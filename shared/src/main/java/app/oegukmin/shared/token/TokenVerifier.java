package app.oegukmin.shared.token;

import app.oegukmin.shared.key.Key;
import app.oegukmin.shared.key.KeySet;
import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** Verifies tokens that this backend signed. */
public final class TokenVerifier {

  private static final Duration FOREVER = Duration.ofDays(36_500);

  private final KeySet keys;
  private final String issuer;
  private final Clock clock;
  private final Duration leeway;

  /** A verifier of one issuer's tokens. */
  public TokenVerifier(KeySet keys, String issuer, Clock clock) {
    this(keys, issuer, clock, Duration.ZERO);
  }

  private TokenVerifier(KeySet keys, String issuer, Clock clock, Duration leeway) {
    this.keys = keys;
    this.issuer = issuer;
    this.clock = clock;
    this.leeway = leeway;
  }

  /** A verifier that takes expired tokens, too, as long as the key that signed them is kept. */
  public TokenVerifier takingExpired() {
    return new TokenVerifier(keys, issuer, clock, FOREVER);
  }

  /**
   * A token's claims; empty when it is malformed, forged, expired, not yet valid, for another
   * audience or of another type, {@link TokenClaims#ACCESS} or {@link TokenClaims#REFRESH}.
   */
  public Optional<DecodedJWT> verify(String token, String type) {
    try {
      return decode(token)
          .map(DecodedJWT::getKeyId)
          .flatMap(keys::find)
          .map(key -> verified(token, type, key));
    } catch (JWTVerificationException e) {
      return Optional.empty();
    }
  }

  private DecodedJWT verified(String token, String type, Key key) {
    var rules =
        JWT.require(Algorithm.HMAC256(key.secret()))
            .withIssuer(issuer)
            .withAudience(TokenClaims.AUDIENCE)
            .withClaim(TokenClaims.TYPE, type)
            .withClaimPresence("jti")
            .withClaimPresence("sub")
            .withClaimPresence("exp")
            .acceptExpiresAt(leeway.toSeconds());
    DecodedJWT good = ((JWTVerifier.BaseVerification) rules).build(clock).verify(token);
    requireCanonicalBase64(good);
    return good;
  }

  /**
   * A token's parts, unverified; empty when its header names no algorithm.
   *
   * @throws JWTVerificationException when it is malformed
   */
  static Optional<DecodedJWT> decode(String token) {
    try {
      DecodedJWT decoded = JWT.decode(token);
      return decoded.getAlgorithm() == null ? Optional.empty() : Optional.of(decoded);
    } catch (NullPointerException e) {
      // The library throws this for a header that is the JSON null.
      return Optional.empty();
    }
  }

  /** Padding and unused bits would give one token several texts (D-A14). */
  static void requireCanonicalBase64(DecodedJWT token) {
    String signature = token.getSignature();
    byte[] bytes = Base64.getUrlDecoder().decode(signature);
    if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(signature)) {
      throw new JWTVerificationException("Signature is not in canonical Base64");
    }
  }
}
