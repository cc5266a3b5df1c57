package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.Stack;
import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Strict mode through Firebase's own verifier, offline. */
@Tag("process")
class IdTokenTest {

  private static final String UID = "Uid-1";
  private static final String EMAIL = "one@kookmin.ac.kr";
  private static final Map<String, Object> NO_KID = Collections.singletonMap("kid", null);

  @RegisterExtension
  static final Stack STACK =
      Firebase.stack("UserTable", "KeyTable", "SessionTable", "BanTable", "NonceTable");

  private static Firebase firebase;
  private static Firebase thief;
  private static App app;

  @BeforeAll
  static void install() throws IOException {
    firebase = Firebase.shared();
    thief = new Firebase();
    firebase.publish(STACK);
    app = new App(STACK);
    signUp(UID, EMAIL);
  }

  private static App.Response signUp(String uid, String email) {
    return StrictRequest.signUp(uid, email).token(firebase.goodToken(uid, email)).send(app);
  }

  private static App.Response signIn(String token) {
    return StrictRequest.signIn(UID, EMAIL).token(token).send(app);
  }

  @Test
  void admitsTheOwner() {
    assertThat(signUp("Uid-2", "two@kookmin.ac.kr").status()).isEqualTo(201);
    App.Response answer = signIn(firebase.goodToken(UID, "One@kookmin.ac.kr"));
    assertThat(answer.status()).isEqualTo(200);
    String access = answer.body().at("/response/accessToken").asText();
    assertThat(JWT.decode(access).getSubject()).isEqualTo(UID);
  }

  @Test
  @DisplayName("D-A13: the same sign-up again succeeds, because its response may have been lost")
  void dA13_isIdempotent() {
    assertThat(signUp(UID, EMAIL).status()).isEqualTo(201);
  }

  static Stream<Arguments> bad() {
    Instant now = Instant.now();
    return Stream.of(
        signed("other uid", Firebase.token("Uid-2", EMAIL)),
        signed("uid in other case", Firebase.token("uid-1", EMAIL)),
        signed("other e-mail", Firebase.token(UID, "two@kookmin.ac.kr")),
        signed("no e-mail", Firebase.token(UID, null)),
        signed("unverified", Firebase.token(UID, EMAIL).withClaim("email_verified", false)),
        signed("silent", Firebase.token(UID, EMAIL).withClaim("email_verified", (Boolean) null)),
        signed("odd", Firebase.token(UID, EMAIL).withClaim("email_verified", "true")),
        signed("expired", Firebase.token(UID, EMAIL).withExpiresAt(now.minusSeconds(400))),
        signed("not yet valid", Firebase.token(UID, EMAIL).withIssuedAt(now.plusSeconds(400))),
        signed("other project", Firebase.token(UID, EMAIL).withAudience("other-project")),
        signed(
            "other issuer", Firebase.token(UID, EMAIL).withIssuer("https://accounts.google.com")),
        signed("no kid", Firebase.token(UID, EMAIL).withHeader(NO_KID)));
  }

  private static Arguments signed(String what, JWTCreator.Builder token) {
    return Arguments.of(what, token);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  @DisplayName("D-S1: who has not the user's own ID token gets nothing, and learns nothing")
  void dS1_refusesAnybodyElse(String what, JWTCreator.Builder token) {
    refused(signIn(firebase.sign(token)));
  }

  static Stream<Arguments> forged() {
    return Stream.of(
        forged("alg none", Algorithm.none()),
        forged("HS256 by the certificate", Algorithm.HMAC256(firebase.certificate())),
        forged("HS256 by the public key", Algorithm.HMAC256(firebase.publicKey())),
        forged("RS512", firebase.wrongAlgorithm()),
        forged("another's key", thief.algorithm()));
  }

  private static Arguments forged(String what, Algorithm algorithm) {
    return Arguments.of(what, algorithm);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forged")
  void refusesWhatFirebaseDidNotSign(String what, Algorithm algorithm) {
    refused(signIn(Firebase.token(UID, EMAIL).sign(algorithm)));
  }

  @Test
  void refusesAKidThatNobodyHas() {
    refused(signIn(thief.sign(Firebase.token(UID, EMAIL).withKeyId("unknown"))));
  }

  @Test
  void refusesATokenThatWasChanged() {
    String good = firebase.goodToken(UID, EMAIL);
    String[] parts = good.split("\\.", -1);
    String[] other = firebase.goodToken("Uid-2", EMAIL).split("\\.", -1);
    refused(signIn(parts[0] + "." + parts[1] + "." + other[2]));
    refused(signIn(parts[0] + "." + other[1] + "." + parts[2]));
    refused(signIn(parts[0] + "." + parts[1] + "."));
    refused(signIn(parts[0] + "." + parts[1]));
    refused(signIn(good.substring(0, good.length() - 10)));
  }

  @Test
  void refusesOurOwnAccessToken() {
    App.Response answer = signIn(firebase.goodToken(UID, EMAIL));
    refused(signIn(answer.body().at("/response/accessToken").asText()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer null", "Bearer a.b.c", "Basic dTpw"})
  void refusesWhatIsNoToken(String header) {
    refused(StrictRequest.signIn(UID, EMAIL).header(header).send(app));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bearer ", "BEARER  ", "Bearer\t"})
  @DisplayName("F-53: the scheme before an ID token is taken in any spelling")
  void f53_readsTheSchemeInAnySpelling(String scheme) {
    String header = scheme + firebase.goodToken(UID, EMAIL);
    assertThat(StrictRequest.signIn(UID, EMAIL).header(header).send(app).status()).isEqualTo(200);
  }

  @Test
  void refusesAMissingHeaderAndAMissingScheme() {
    refused(StrictRequest.signIn(UID, EMAIL).send(app));
    refused(StrictRequest.signIn(UID, EMAIL).header(firebase.goodToken(UID, EMAIL)).send(app));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"aud\":1}", "{\"aud\":{}}", "null", "[]", "{\"exp\":\"x\"}", "{}"})
  void refusesOddClaims(String claims) {
    String header = "{\"alg\":\"RS256\",\"kid\":\"k1\"}";
    refused(signIn(base64(header) + "." + base64(claims) + ".AAAA"));
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void refusesATokenWithoutTimes() {
    Map<String, Object> claims =
        Map.of("iss", "https://securetoken.google.com/test-project", "aud", "test-project");
    refused(
        signIn(firebase.sign(JWT.create().withKeyId("k1").withPayload(claims).withSubject(UID))));
  }

  @Test
  @DisplayName("D-S1: nobody signs up as somebody else")
  void dS1_refusesASignUpAsSomebodyElse() {
    String token = firebase.goodToken("Uid-3", "three@kookmin.ac.kr");
    refused(StrictRequest.signUp("Uid-4", "three@kookmin.ac.kr").token(token).send(app));
    refused(StrictRequest.signUp("Uid-3", "four@kookmin.ac.kr").token(token).send(app));
    assertThat(app.me("Uid-3").code()).isEqualTo("C003");
    assertThat(app.me("Uid-4").code()).isEqualTo("C003");
  }

  @Test
  void saysWhatIsWrongWithABodyBeforeItLooksAtTheToken() {
    assertThat(StrictRequest.signIn("", EMAIL).send(app).code()).isEqualTo("C001");
  }

  private static void refused(App.Response answer) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body().toString())
        .isEqualTo("{\"success\":false,\"code\":\"J001\",\"message\":\"Invalid JWT Token\"}");
  }
}
