package app.oegukmin.user;

import app.oegukmin.engines.SelfSigned;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.key.FirebaseKeyTable;
import app.oegukmin.shared.key.FirebaseKeys;
import app.oegukmin.testkit.Stack;
import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.Instant;

/** A Firebase project with keys of its own, made for one test class. */
final class Firebase {

  static final String PROJECT = "test-project";
  static final String KID = "k1";

  private static Firebase shared;

  private final SelfSigned signer;

  /** One for all tests of this JVM, because its key takes a second to make. */
  static synchronized Firebase shared() throws IOException {
    if (shared == null) {
      shared = new Firebase();
    }
    return shared;
  }

  /** One with a key that no other has. */
  Firebase() throws IOException {
    Path directory = Files.createTempDirectory("firebase");
    Path file = directory.resolve("key.p12");
    signer = SelfSigned.rsa(file, "CN=firebase.test");
    Files.delete(file);
    Files.delete(directory);
  }

  /** A stack whose functions trust the project. */
  static Stack stack(String... logicalIds) {
    return Stack.of(logicalIds)
        .withParameter("SignInMode", "strict")
        .withParameter("FirebaseProjectId", PROJECT);
  }

  /** Puts the keys where KeysFunction does. */
  void publish(Stack stack) {
    new FirebaseKeyTable(stack.dynamodb(), stack.table("KeyTable"))
        .put(new FirebaseKeys(keys(), Instant.now().plus(Duration.ofHours(6))));
  }

  String keys() {
    return Json.MAPPER.createObjectNode().put(KID, signer.pem()).toString();
  }

  byte[] certificate() {
    return signer.pem().getBytes(StandardCharsets.US_ASCII);
  }

  byte[] publicKey() {
    return signer.certificate().getPublicKey().getEncoded();
  }

  /** A good token, to be spoilt. */
  static JWTCreator.Builder token(String uid, String email) {
    Instant now = Instant.now();
    return JWT.create()
        .withKeyId(KID)
        .withIssuer("https://securetoken.google.com/" + PROJECT)
        .withAudience(PROJECT)
        .withSubject(uid)
        .withIssuedAt(now.minusSeconds(10))
        .withExpiresAt(now.plus(Duration.ofHours(1)))
        .withClaim("email", email)
        .withClaim("email_verified", true);
  }

  Algorithm algorithm() {
    return Algorithm.RSA256(null, (RSAPrivateKey) signer.key());
  }

  Algorithm wrongAlgorithm() {
    return Algorithm.RSA512(null, (RSAPrivateKey) signer.key());
  }

  String sign(JWTCreator.Builder token) {
    return token.sign(algorithm());
  }

  String goodToken(String uid, String email) {
    return sign(token(uid, email));
  }
}
