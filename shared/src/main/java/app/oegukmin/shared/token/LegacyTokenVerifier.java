package app.oegukmin.shared.token;

import app.oegukmin.shared.digest.Digests;
import app.oegukmin.shared.key.Key;
import app.oegukmin.shared.key.KeySet;
import app.oegukmin.shared.key.KeyTable;
import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Verifies access tokens of the original backend, so that phones that hold one stay signed in after
 * the move (contract §1.20, §4.3): HS256, no kid, {@code uuid}, {@code authorities}, {@code exp}. A
 * refresh token of the original has a list of objects as its {@code authorities} and is refused.
 */
public final class LegacyTokenVerifier {

  private static final String ROLE = "ROLE_USER";

  private final KeySet keys;
  private final Clock clock;

  /** A verifier by the secret that lies in the key table under {@link KeyTable#LEGACY}. */
  public LegacyTokenVerifier(KeyTable table, Clock clock) {
    this.keys = new KeySet(table, KeyTable.LEGACY, clock);
    this.clock = clock;
  }

  /**
   * What a token says; the SHA-256 of its text serves as its id, because it has none. Only the
   * canonical spelling is accepted, so that each token has one text (D-A14).
   */
  Optional<AccessToken> verify(String token) {
    try {
      return TokenVerifier.decode(token)
          .filter(decoded -> decoded.getKeyId() == null)
          .flatMap(decoded -> keys.find(KeyTable.APP))
          .map(key -> verified(token, key))
          .filter(LegacyTokenVerifier::opensMemberRoutes)
          .map(good -> read(token, good));
    } catch (JWTVerificationException e) {
      return Optional.empty();
    }
  }

  private DecodedJWT verified(String token, Key key) {
    var rules =
        JWT.require(Algorithm.HMAC256(key.secret()))
            .withClaimPresence("uuid")
            .withClaimPresence("exp");
    DecodedJWT good = ((JWTVerifier.BaseVerification) rules).build(clock).verify(token);
    TokenVerifier.requireCanonicalBase64(good);
    return good;
  }

  private static boolean opensMemberRoutes(DecodedJWT token) {
    String authorities = token.getClaim("authorities").asString();
    String member = token.getClaim("uuid").asString();
    return member != null
        && !member.isBlank()
        && authorities != null
        && List.of(authorities.split(",", -1)).contains(ROLE);
  }

  private static AccessToken read(String token, DecodedJWT good) {
    return new AccessToken(
        sha256(token),
        good.getClaim("uuid").asString(),
        ROLE,
        false,
        Optional.empty(),
        // The original issues no more.
        Instant.EPOCH,
        good.getExpiresAtAsInstant());
  }

  private static String sha256(String token) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.sha256(token));
  }
}
