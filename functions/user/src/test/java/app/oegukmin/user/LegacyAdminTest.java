package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import com.auth0.jwt.JWT;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-4: legacy mode where Firebase's project is known. */
@Tag("process")
class LegacyAdminTest {

  @RegisterExtension
  static final Stack STACK =
      Stack.of("UserTable", "KeyTable", "SessionTable", "BanTable", "AuditTable")
          .withParameter("FirebaseProjectId", Firebase.PROJECT);

  private static final String EMAIL = "admin@kookmin.ac.kr";

  private static Firebase firebase;
  private static App app;

  @BeforeAll
  static void install() throws IOException {
    firebase = Firebase.shared();
    firebase.publish(STACK);
    app = new App(STACK);
    app.signUp(App.student("admin", EMAIL));
    App.promote(STACK, "admin");
  }

  @Test
  @DisplayName("F-4: an ID token that is offered verifies the sign-in")
  void f4_takesAnIdToken() {
    assertVerified("Bearer " + firebase.goodToken("admin", EMAIL), true);
  }

  @Test
  @DisplayName("F-4: without a good ID token a sign-in is as before, and not verified")
  void f4_ignoresWhatProvesNothing() {
    assertVerified(null, false);
    assertVerified("Bearer null", false);
    assertVerified("Bearer " + firebase.goodToken("another", EMAIL), false);
    assertVerified("Bearer " + firebase.goodToken("admin", "another@kookmin.ac.kr"), false);
    var unverified = Firebase.token("admin", EMAIL).withClaim("email_verified", false);
    assertVerified("Bearer " + firebase.sign(unverified), false);
    var expired = Firebase.token("admin", EMAIL).withExpiresAt(Instant.now().minusSeconds(600));
    assertVerified("Bearer " + firebase.sign(expired), false);
  }

  @Test
  @DisplayName("F-4: nobody takes tokens of others in legacy mode")
  void f4_hasNoBackDoor() {
    App.Response answer = app.tokens("admin", "ROLE_ADMIN", "admin");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("C006");
    assertThat(Items.all(STACK, "AuditTable")).isEmpty();
  }

  private static void assertVerified(String authorization, boolean verified) {
    App.Response answer = app.signIn("admin", EMAIL, authorization);
    assertThat(answer.status()).isEqualTo(200);
    var token = JWT.decode(answer.body().at("/response/accessToken").asText());
    assertThat(token.getClaim("verified").isMissing()).isEqualTo(!verified);
  }
}
