package app.oegukmin.shared.token;

import static app.oegukmin.shared.token.Tokens.KEY;
import static app.oegukmin.shared.token.Tokens.LIFETIME;
import static app.oegukmin.shared.token.Tokens.NOW;
import static app.oegukmin.shared.token.Tokens.OTHER;
import static app.oegukmin.shared.token.Tokens.encode;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.key.KeySet;
import app.oegukmin.shared.key.KeyTable;
import app.oegukmin.shared.key.Keys;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import com.auth0.jwt.algorithms.Algorithm;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("process")
class AccessTokenVerifierTest {

  private static final String BASE64_URL =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  @RegisterExtension static final Stack STACK = Stack.of("KeyTable");

  private final FakeClock clock = new FakeClock(NOW);
  private AccessTokenVerifier verifier;

  @BeforeEach
  void putKeys() {
    STACK.clear();
    Keys.put(STACK, KeyTable.SIGNING, KEY);
    Keys.put(STACK, KeyTable.SIGNING, OTHER);
    KeyTable table = new KeyTable(STACK.dynamodb(), STACK.table("KeyTable"));
    KeySet keys = new KeySet(table, KeyTable.SIGNING, clock);
    verifier =
        new AccessTokenVerifier(new TokenVerifier(keys, Tokens.ISSUER, clock), Optional.empty());
  }

  @Test
  void readsAGoodToken() {
    assertThat(verifier.verify("Bearer " + Tokens.good()))
        .contains(
            new AccessToken(
                "token-1",
                "member-1",
                "ROLE_USER",
                false,
                Optional.of("family-1"),
                NOW,
                NOW.plus(LIFETIME)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bearer ", "BEARER ", "Bearer   ", "Bearer\t", "bearer \t "})
  @DisplayName("F-53: the scheme is taken in any case, with any blanks after it")
  void f53_readsTheSchemeInAnySpelling(String scheme) {
    assertThat(verifier.verify(scheme + Tokens.good())).isPresent();
  }

  @Test
  @DisplayName("Contract §2: a token without the scheme is taken too")
  void readsATokenWithoutScheme() {
    assertThat(verifier.verify(Tokens.good())).isPresent();
  }

  @Test
  @DisplayName("D-A11: the role is the account's, not a constant")
  void dA11_readsTheRole() {
    assertThat(verifier.verify(Tokens.with("role", "ROLE_ADMIN")))
        .map(AccessToken::role)
        .contains("ROLE_ADMIN");
  }

  @Test
  void readsATokenOfEveryKeyThatIsThere() {
    assertThat(verifier.verify(Tokens.signed("2", Algorithm.HMAC256(OTHER.secret())))).isPresent();
  }

  @Test
  void refusesATokenFromTheMomentItEnds() {
    clock.advance(LIFETIME.minusSeconds(1));
    assertThat(verifier.verify(Tokens.good())).isPresent();

    clock.advance(Duration.ofSeconds(1));
    assertRefused(Tokens.good());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nbf", "iat"})
  void refusesATokenThatIsNotYetValid(String claim) {
    String token = Tokens.with(claim, NOW.plusSeconds(60));
    assertRefused(token);

    clock.advance(Duration.ofSeconds(60));
    assertThat(verifier.verify(token)).isPresent();
  }

  @Test
  void refusesATokenForOthers() {
    assertRefused(Tokens.with("aud", "elsewhere"));
  }

  @Test
  void refusesATokenOfAnotherIssuer() {
    assertRefused(Tokens.with("iss", "oegukmin-prod"));
  }

  @Test
  @DisplayName("D-A2: access and refresh tokens are told apart")
  void dA2_refusesARefreshToken() {
    assertRefused(Tokens.with("typ", TokenClaims.REFRESH));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jti", "sub", "exp", "iss", "aud", "typ"})
  void refusesATokenThatLacksAClaim(String claim) {
    assertRefused(Tokens.without(claim));
  }

  @Test
  void refusesATokenThatNobodySigned() {
    assertRefused(Tokens.signed("1", Algorithm.none()));
  }

  @Test
  void refusesAnotherAlgorithm() {
    assertRefused(Tokens.signed("1", Algorithm.HMAC512(KEY.secret())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "3", ""})
  void refusesATokenThatNamesAnotherKeyThanItsOwn(String kid) {
    assertRefused(Tokens.signed(kid, Algorithm.HMAC256(KEY.secret())));
  }

  @Test
  void refusesATokenThatNamesNoKey() {
    assertRefused(Tokens.signed(null, Algorithm.HMAC256(KEY.secret())));
  }

  @Test
  void refusesATamperedPayload() {
    String[] parts = Tokens.good().split("\\.", -1);
    String forged = Tokens.decode(parts[1]).replace("member-1", "member-2");

    assertRefused(parts[0] + "." + encode(forged) + "." + parts[2]);
  }

  @Test
  void refusesATruncatedToken() {
    String token = Tokens.good();
    for (int length = 0; length < token.length(); length++) {
      assertRefused(token.substring(0, length));
    }
  }

  @Test
  @DisplayName("D-A14: a token has one spelling: no padding, no other last character")
  void dA14_refusesAnotherSpelling() {
    String token = Tokens.good();
    String stem = token.substring(0, token.length() - 1);

    assertRefused(token + "=");
    for (int i = 0; i < BASE64_URL.length(); i++) {
      String spelling = stem + BASE64_URL.charAt(i);
      assertThat(verifier.verify(spelling).isPresent()).isEqualTo(spelling.equals(token));
    }
  }

  @ParameterizedTest
  @DisplayName("D-G3: whatever an Authorization header holds, it is refused and no error")
  @ValueSource(strings = {"null", "Bearer null", "", " ", "Bearer", "Bearer ", "Basic dTpw"})
  void dG3_refusesWhatIsNoToken(String header) {
    assertRefused(header);
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", "...", "a.b.c", "한글.한글.한글"})
  void refusesWhatOnlyLooksLikeAToken(String header) {
    assertRefused(header);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "[]", "1", "\"text\"", "{}", "{\"kid\":1}", "{\"exp\":\"\"}", "{"})
  void refusesOddJsonInEitherPart(String json) {
    assertRefused(encode(json) + "." + encode("{}") + ".c2ln");
    assertRefused(encode("{\"alg\":\"HS256\",\"kid\":\"1\"}") + "." + encode(json) + ".c2ln");
  }

  private void assertRefused(String header) {
    assertThat(verifier.verify(header)).isEmpty();
  }
}
