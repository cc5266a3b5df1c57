package app.oegukmin.shared.token;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.dynamo.Requests;
import app.oegukmin.shared.key.Key;
import app.oegukmin.shared.key.KeySet;
import app.oegukmin.shared.key.KeyTable;
import app.oegukmin.shared.key.Keys;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens as the original made them (contract §4.3). */
@Tag("process")
class LegacyTokenVerifierTest {

  @RegisterExtension static final Stack STACK = Stack.of("KeyTable");

  private static final Key SECRET =
      new Key(KeyTable.APP, Key.State.CURRENT, "b3JpZ2luYWwgc2VjcmV0IG9mIHRoaXJ0eS10d28gYi4=");

  private final FakeClock clock = new FakeClock(Tokens.NOW);
  private final Requests requests = new Requests();
  private final Map<String, Object> claims =
      new HashMap<>(
          Map.of(
              "authorities", "ROLE_USER",
              "uuid", "member-1",
              "name", "one@kookmin.ac.kr",
              "email", "Linh",
              "iat", Tokens.NOW,
              "exp", Tokens.NOW.plus(Tokens.LIFETIME)));
  private AccessTokenVerifier verifier;

  @BeforeEach
  void putKeys() {
    STACK.clear();
    Keys.put(STACK, KeyTable.SIGNING, Tokens.KEY);
    Keys.put(STACK, KeyTable.LEGACY, SECRET);
    verifier = verifier(true);
  }

  private AccessTokenVerifier verifier(boolean legacy) {
    KeyTable table = new KeyTable(requests.client(), STACK.table("KeyTable"));
    KeySet keys = new KeySet(table, KeyTable.SIGNING, clock);
    return new AccessTokenVerifier(
        new TokenVerifier(keys, Tokens.ISSUER, clock),
        legacy ? Optional.of(new LegacyTokenVerifier(table, clock)) : Optional.empty());
  }

  @Test
  void readsATokenOfTheOriginal() {
    assertThat(verifier.verify("Bearer " + token()))
        .hasValueSatisfying(
            token -> {
              assertThat(token.member()).isEqualTo("member-1");
              assertThat(token.role()).isEqualTo("ROLE_USER");
              assertThat(token.family()).isEmpty();
              assertThat(token.expiresAt()).isEqualTo(Tokens.NOW.plus(Tokens.LIFETIME));
            });
  }

  @Test
  void stillReadsOurs() {
    assertThat(verifier.verify(Tokens.good())).isPresent();
  }

  @Test
  void readsNoneUnlessTheMoveIsOn() {
    assertThat(verifier(false).verify(token())).isEmpty();
    assertThat(requests.all()).isEmpty();
  }

  @Test
  @DisplayName("D-A14: the id is a digest, the same however the header spells the scheme")
  void dA14_namesATokenByItsDigest() {
    String id = verifier.verify(token()).orElseThrow().id();
    assertThat(id).hasSize(43).doesNotContain(".");
    assertThat(verifier.verify("Bearer " + token()).orElseThrow().id()).isEqualTo(id);
    claims.put("name", "two@kookmin.ac.kr");
    assertThat(verifier.verify(token()).orElseThrow().id()).isNotEqualTo(id);
  }

  @Test
  @DisplayName("D-A14: a token has one spelling, so that its digest is one")
  void dA14_refusesAnotherSpelling() {
    String token = token();
    String stem = token.substring(0, token.length() - 1);
    assertThat(verifier.verify(token + "=")).isEmpty();
    for (char last :
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
      assertThat(verifier.verify(stem + last).isPresent()).isEqualTo(token.equals(stem + last));
    }
  }

  @Test
  void takesOneRoleAmongSeveral() {
    claims.put("authorities", "ROLE_OTHER,ROLE_USER");
    assertThat(verifier.verify(token())).isPresent();
  }

  @Test
  void refusesItsRefreshToken() {
    claims.put("authorities", List.of(Map.of("authority", "ROLE_USER")));
    assertThat(verifier.verify(token())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ROLE_ADMIN", "ROLE_USERS", "[ROLE_USER]"})
  void refusesAnotherRole(String authorities) {
    claims.put("authorities", authorities);
    assertThat(verifier.verify(token())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"uuid", "exp", "authorities"})
  void refusesATokenThatLacksAClaim(String claim) {
    claims.remove(claim);
    assertThat(verifier.verify(token())).isEmpty();
  }

  @Test
  void refusesAMemberWithoutId() {
    claims.put("uuid", " ");
    assertThat(verifier.verify(token())).isEmpty();
  }

  @Test
  void refusesATokenFromTheMomentItEnds() {
    clock.advance(Tokens.LIFETIME);
    assertThat(verifier.verify(token())).isEmpty();
  }

  @Test
  void refusesAnotherSecretAndAnotherAlgorithm() {
    assertThat(verifier.verify(signed(null, Algorithm.HMAC256(Tokens.KEY.secret())))).isEmpty();
    assertThat(verifier.verify(signed(null, Algorithm.HMAC512(SECRET.secret())))).isEmpty();
    assertThat(verifier.verify(signed(null, Algorithm.none()))).isEmpty();
  }

  @Test
  void refusesTheOriginalsSecretUnderAKid() {
    assertThat(verifier.verify(signed(KeyTable.APP, Algorithm.HMAC256(SECRET.secret())))).isEmpty();
  }

  @Test
  void refusesAllWhenTheSecretIsNotThereYetAndAsksRarely() {
    STACK.clear();
    for (int i = 0; i < 5; i++) {
      assertThat(verifier.verify(token())).isEmpty();
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(requests.all()).hasSize(1);
  }

  private String token() {
    return signed(null, Algorithm.HMAC256(SECRET.secret()));
  }

  private String signed(String kid, Algorithm algorithm) {
    var token = JWT.create().withPayload(claims);
    return (kid == null ? token : token.withKeyId(kid)).sign(algorithm);
  }
}
