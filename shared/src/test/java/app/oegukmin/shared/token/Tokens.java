package app.oegukmin.shared.token;

import app.oegukmin.shared.key.Key;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Makes tokens, good ones and others. */
final class Tokens {

  static final String ISSUER = "oegukmin-dev";
  static final Instant NOW = Instant.parse("2026-10-03T00:30:00Z");
  static final Duration LIFETIME = Duration.ofHours(1);
  static final Key KEY = key("1", "a secret of thirty-two bytes....");
  static final Key OTHER = key("2", "another secret of as many bytes.");

  private Tokens() {}

  /** A good access token of {@link #KEY}. */
  static String good() {
    return sign(claims(), "1", Algorithm.HMAC256(KEY.secret()));
  }

  /** A token of {@link #KEY} that says something else in one claim. */
  static String with(String claim, Object value) {
    Map<String, Object> claims = claims();
    claims.put(claim, value);
    return sign(claims, "1", Algorithm.HMAC256(KEY.secret()));
  }

  static String without(String claim) {
    Map<String, Object> claims = claims();
    claims.remove(claim);
    return sign(claims, "1", Algorithm.HMAC256(KEY.secret()));
  }

  /** A token with good claims that names a key and was signed in some way. */
  static String signed(String kid, Algorithm algorithm) {
    return sign(claims(), kid, algorithm);
  }

  private static String sign(Map<String, Object> claims, String kid, Algorithm algorithm) {
    return JWT.create().withKeyId(kid).withPayload(claims).sign(algorithm);
  }

  private static Map<String, Object> claims() {
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", ISSUER);
    claims.put("aud", TokenClaims.AUDIENCE);
    claims.put("sub", "member-1");
    claims.put("jti", "token-1");
    claims.put("iat", NOW);
    claims.put("exp", NOW.plus(LIFETIME));
    claims.put(TokenClaims.TYPE, TokenClaims.ACCESS);
    claims.put(TokenClaims.ROLE, "ROLE_USER");
    claims.put(TokenClaims.FAMILY, "family-1");
    return claims;
  }

  static String encode(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  static String decode(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  private static Key key(String kid, String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    return new Key(kid, Key.State.CURRENT, Base64.getEncoder().encodeToString(bytes));
  }
}
