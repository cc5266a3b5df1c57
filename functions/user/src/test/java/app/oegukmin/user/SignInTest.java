package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.Stack;
import com.auth0.jwt.JWT;
import com.auth0.jwt.interfaces.DecodedJWT;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class SignInTest {

  @RegisterExtension
  static final Stack STACK = Stack.of("UserTable", "KeyTable", "SessionTable", "BanTable");

  private static App app;

  @BeforeAll
  static void install() {
    app = new App(STACK);
    app.signUp(App.student("Uid-1", "one@kookmin.ac.kr"));
  }

  @Test
  void givesAPairOfTokensForIdAndEmail() {
    App.Response answer = app.signIn("Uid-1", "One@kookmin.ac.kr");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("message").asText()).isEqualTo("Successfully Sign in");
    DecodedJWT access = token(answer, "accessToken");
    assertThat(access.getSubject()).isEqualTo("Uid-1");
    assertThat(access.getClaim("typ").asString()).isEqualTo("access");
    assertThat(access.getAudience()).containsExactly("oegukmin");
    assertThat(token(answer, "refreshToken").getClaim("typ").asString()).isEqualTo("refresh");
  }

  @Test
  @DisplayName("D-S1: a known id without its e-mail opens nothing, and looks like an unknown id")
  void dS1_refusesAnotherEmail() {
    App.Response wrongEmail = app.signIn("Uid-1", "other@kookmin.ac.kr");
    App.Response unknown = app.signIn("nobody", "other@kookmin.ac.kr");
    assertThat(wrongEmail.status()).isEqualTo(400);
    assertThat(wrongEmail.code()).isEqualTo("C003");
    assertThat(wrongEmail.body()).isEqualTo(unknown.body());
  }

  @Test
  void comparesIdsByteForByte() {
    assertThat(app.signIn("uid-1", "one@kookmin.ac.kr").code()).isEqualTo("C003");
  }

  @Test
  @DisplayName("D-A15: two sign-ins within a second give different tokens")
  void dA15_neverIssuesTheSameTokenTwice() {
    App.Response first = app.signIn("Uid-1", "one@kookmin.ac.kr");
    App.Response second = app.signIn("Uid-1", "one@kookmin.ac.kr");
    assertThat(token(first, "accessToken").getId())
        .isNotEqualTo(token(second, "accessToken").getId());
  }

  @Test
  @DisplayName("D-A1: the token carries no personal data to be swapped or leaked")
  void dA1_carriesNoPersonalData() {
    DecodedJWT access = token(app.signIn("Uid-1", "one@kookmin.ac.kr"), "accessToken");
    assertThat(access.getClaims().keySet())
        .containsExactlyInAnyOrder("iss", "aud", "sub", "jti", "typ", "fam", "role", "iat", "exp");
  }

  @Test
  void refusesAMemberWhoseAccountIsGone() {
    App.Response answer = app.me("nobody");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("C003");
  }

  private static DecodedJWT token(App.Response answer, String name) {
    return JWT.decode(answer.body().path("response").path(name).asText());
  }
}
