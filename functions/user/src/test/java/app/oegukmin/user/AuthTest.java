package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.ban.BanCache;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.testkit.Stack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** POST /api/auth/reissue and /api/auth/logout (contract §6.1). */
@Tag("process")
class AuthTest {

  @RegisterExtension
  static final Stack STACK =
      Stack.of("UserTable", "KeyTable", "SessionTable", "BanTable")
          .withValkey()
          .withParameter("RefreshGraceSeconds", "0");

  private static App app;
  private String access;
  private String refresh;

  @BeforeAll
  static void install() {
    app = new App(STACK);
    app.signUp(App.student("uid-1", "one@kookmin.ac.kr"));
  }

  // One account may sign in only so often: every test begins with a full bucket.
  @BeforeEach
  void signIn() {
    STACK.valkey().flushAll();
    App.Response answer = app.signIn("uid-1", "one@kookmin.ac.kr");
    access = token(answer, "accessToken");
    refresh = token(answer, "refreshToken");
  }

  @Test
  void reissueGivesTheNextPair() {
    App.Response answer = app.reissue(refresh);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("message").asText()).isEqualTo("Successfully get token");
    assertThat(token(answer, "accessToken")).isNotEqualTo(access);
    assertThat(app.reissue(token(answer, "refreshToken")).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("D-A6: a used refresh token is refused, and so is its successor from then on")
  void dA6_refusesAUsedRefreshToken() {
    String next = token(app.reissue(refresh), "refreshToken");
    App.Response reused = app.reissue(refresh);
    assertThat(reused.status()).isEqualTo(401);
    assertThat(reused.body().toString())
        .isEqualTo(
            "{\"success\":false,\"code\":\"J002\",\"message\":\"Not Existing Refresh Token\"}");
    assertThat(app.reissue(next).code()).isEqualTo("J002");
  }

  @Test
  void reissueRefusesAnAccessToken() {
    assertRefused(app.reissue(access));
  }

  @Test
  void reissueRefusesATamperedAndATruncatedToken() {
    assertRefused(app.reissue(refresh.substring(0, refresh.length() - 1)));
    assertRefused(app.reissue(refresh + "="));
    assertRefused(app.reissue(refresh.replaceFirst("\\.ey", ".ex")));
    assertThat(app.reissue(refresh).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "a.b.c", "Bearer x"})
  void reissueRefusesWhatIsNoToken(String text) {
    assertRefused(app.reissue(text));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  @DisplayName("D-A8: a body without a token is 400 C001")
  void dA8_demandsAToken(String text) {
    assertThat(app.reissue(text).code()).isEqualTo("C001");
    assertThat(app.logout("Bearer " + access, text).code()).isEqualTo("C001");
  }

  @Test
  void logoutEndsTheSession() {
    App.Response answer = app.logout("Bearer " + access, refresh);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().toString())
        .isEqualTo(
            "{\"success\":true,\"message\":\"Successfully logout token\",\"response\":\"Logout successful\"}");
    assertThat(app.reissue(refresh).code()).isEqualTo("J002");
  }

  @Test
  void logoutForgetsWhatValkeySaysOfTheMember() {
    STACK.valkey().set(BanCache.key(MemberKey.of("uid-1")), "none");
    app.logout("Bearer " + access, refresh);
    assertThat(STACK.valkey().exists(BanCache.key(MemberKey.of("uid-1")))).isFalse();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "Bearer null", "uid-1", "Bearer uid-2", "Bearer a.b.c"})
  @DisplayName("D-A5: logout looks at the header first and writes nothing for a bad one")
  void dA5_validatesTheHeader(String header) {
    int before = bans();
    assertRefused(app.logout(header, refresh));
    assertRefused(app.logout("Bearer " + refresh, refresh));
    assertThat(bans()).isEqualTo(before);
    assertThat(app.reissue(refresh).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("D-A5: nobody ends another's session with their refresh token")
  void dA5_endsTheCallersSessionAlone() {
    app.signUp(App.student("uid-2", "two@kookmin.ac.kr"));
    String victim = token(app.signIn("uid-2", "two@kookmin.ac.kr"), "refreshToken");
    assertThat(app.logout("Bearer " + access, victim).status()).isEqualTo(200);
    assertThat(app.reissue(victim).status()).isEqualTo(200);
    assertThat(app.reissue(refresh).code()).isEqualTo("J002");
  }

  private static int bans() {
    return STACK.dynamodb().scan(r -> r.tableName(STACK.table("BanTable"))).count();
  }

  private static void assertRefused(App.Response answer) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("J001");
  }

  private static String token(App.Response answer, String name) {
    return answer.body().path("response").path(name).asText();
  }
}
