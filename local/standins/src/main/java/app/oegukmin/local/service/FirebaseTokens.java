package app.oegukmin.local.service;

import app.oegukmin.engines.SelfSigned;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.interfaces.RSAPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The keys and the ID tokens of a Firebase project that is only on this machine. */
public final class FirebaseTokens {

  /** The project. */
  public static final String PROJECT = "oegukmin-local";

  private static final Duration LIFETIME = Duration.ofHours(1);

  private final SelfSigned signer;
  private final Clock clock;

  /** Tokens and keys of one signer. */
  public FirebaseTokens(SelfSigned signer, Clock clock) {
    this.signer = signer;
    this.clock = clock;
  }

  /** The certificates by kid, as Google publishes Firebase's (sites §6). */
  ObjectNode keys() {
    return JsonNodeFactory.instance.objectNode().put(kid(), signer.pem());
  }

  /** The ID token of a user who signed in just now and whose e-mail is verified. */
  String token(String userId, String email) {
    Instant now = clock.instant();
    return JWT.create()
        .withKeyId(kid())
        .withIssuer("https://securetoken.google.com/" + PROJECT)
        .withAudience(PROJECT)
        .withClaim("auth_time", now.getEpochSecond())
        .withClaim("user_id", userId)
        .withSubject(userId)
        .withIssuedAt(now)
        .withExpiresAt(now.plus(LIFETIME))
        .withClaim("email", email)
        .withClaim("email_verified", true)
        .withClaim(
            "firebase",
            Map.of("identities", Map.of("email", List.of(email)), "sign_in_provider", "password"))
        .sign(Algorithm.RSA256(null, (RSAPrivateKey) signer.key()));
  }

  private String kid() {
    return signer.certificate().getSerialNumber().toString(16);
  }
}
