package app.oegukmin.local.service;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** A service account of a Firebase project that is only on this machine, and the tokens it gets. */
final class FcmAccount {

  private static final String EMAIL = "push@" + FirebaseTokens.PROJECT + ".iam.gserviceaccount.com";

  /** Firebase's library asks for the second. */
  private static final Pattern SCOPE =
      Pattern.compile("https://www.googleapis.com/auth/(?:firebase\\.messaging|cloud-platform)\\b");

  private static final int BITS = 2048;
  private static final int LINE = 64;

  /** Made once in a JVM: that takes half a second. */
  private static final class Usual {
    static final KeyPair KEYS = makeKeys();
  }

  private final KeyPair keys;
  private final Set<String> issued = ConcurrentHashMap.newKeySet();

  private FcmAccount(KeyPair keys) {
    this.keys = keys;
  }

  /** One whose key the others of this JVM have, too. */
  static FcmAccount usual() {
    return new FcmAccount(Usual.KEYS);
  }

  /** One with a key that no other has. */
  static FcmAccount stranger() {
    return new FcmAccount(makeKeys());
  }

  private static KeyPair makeKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("RSA is required of every JRE", e);
    }
  }

  /** Its key as Google hands it out, which asks for tokens here. */
  String json(URI tokens) {
    String lines =
        Base64.getMimeEncoder(LINE, new byte[] {'\n'})
            .encodeToString(keys.getPrivate().getEncoded());
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", "service_account").put("project_id", FirebaseTokens.PROJECT);
    json.put("private_key_id", "local").put("client_email", EMAIL).put("client_id", "1");
    json.put(
        "private_key", "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n");
    return json.put("token_uri", tokens.toString()).toString();
  }

  /** Whether somebody has the key: the assertion is signed by it and wants what push needs. */
  boolean proves(String assertion) {
    try {
      String scope =
          JWT.require(Algorithm.RSA256((RSAPublicKey) keys.getPublic(), null))
              .withIssuer(EMAIL)
              .build()
              .verify(assertion)
              .getClaim("scope")
              .asString();
      return scope != null && SCOPE.matcher(scope).find();
    } catch (JWTVerificationException e) {
      return false;
    }
  }

  /** A token that {@link #admits} knows. */
  String issue() {
    String token = UUID.randomUUID().toString();
    issued.add(token);
    return token;
  }

  /** Whether an Authorization header has a token of this account. */
  boolean admits(String header) {
    return header != null
        && header.startsWith("Bearer ")
        && issued.contains(header.substring("Bearer ".length()));
  }

  /** From now on nobody is admitted without a new token. */
  void revoke() {
    issued.clear();
  }
}
