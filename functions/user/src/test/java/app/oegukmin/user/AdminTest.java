package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import com.auth0.jwt.JWT;
import com.auth0.jwt.interfaces.Claim;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Tag("process")
class AdminTest {

  @RegisterExtension
  static final Stack STACK =
      Firebase.stack(
          "UserTable", "KeyTable", "SessionTable", "BanTable", "NonceTable", "AuditTable");

  private static Firebase firebase;
  private static App app;

  @BeforeAll
  static void install() throws IOException {
    firebase = Firebase.shared();
    firebase.publish(STACK);
    app = new App(STACK);
    for (String id : new String[] {"admin", "former", "member"}) {
      String email = id + "@kookmin.ac.kr";
      StrictRequest.signUp(id, email).token(firebase.goodToken(id, email)).send(app);
    }
    App.promote(STACK, "admin");
  }

  private static App.Response signIn(String id) {
    String email = id + "@kookmin.ac.kr";
    return StrictRequest.signIn(id, email).token(firebase.goodToken(id, email)).send(app);
  }

  @Test
  @DisplayName("D-A11: the role in the token is the account's")
  void dA11_putsTheRoleOfTheAccountIntoTheToken() {
    assertThat(role(signIn("admin"))).isEqualTo("ROLE_ADMIN");
    assertThat(role(signIn("member"))).isEqualTo("ROLE_USER");
  }

  @Test
  @DisplayName("F-4: who signed in with an ID token has tokens that say so, whoever renews them")
  void f4_verifiesASignInByIdToken() {
    App.Response signedIn = signIn("admin");
    assertThat(verified(signedIn)).isTrue();
    String refresh = signedIn.body().at("/response/refreshToken").asText();
    assertThat(verified(app.reissue(refresh))).isTrue();
  }

  @Test
  @DisplayName("F-4: tokens that an administrator takes are not verified, and leave a row each")
  void f4_notesEachMinting() {
    int before = audit().size();
    assertThat(verified(app.tokens("admin", "ROLE_ADMIN", "admin"))).isFalse();
    app.tokens("admin", "ROLE_ADMIN", "member");
    app.tokens("admin", "ROLE_ADMIN", "member");
    app.tokens("admin", "ROLE_ADMIN", "nobody");

    assertThat(audit())
        .hasSize(before + 3)
        .allSatisfy(row -> assertThat(row).containsKeys("event", "expires"))
        .allSatisfy(row -> assertThat(row.get("action").s()).isEqualTo("tokens"))
        .allSatisfy(
            row -> assertThat(row.get("administrator").s()).isEqualTo(MemberKey.of("admin")))
        .extracting(row -> row.get("member").s())
        .contains(MemberKey.of("member"));
  }

  private static List<Map<String, AttributeValue>> audit() {
    return Items.all(STACK, "AuditTable");
  }

  @Test
  void issuesTokensOfAnyAccountToAnAdministrator() {
    App.Response answer = app.tokens("admin", "ROLE_ADMIN", "member");
    assertThat(answer.status()).isEqualTo(200);
    String token = answer.body().at("/response/accessToken").asText();
    assertThat(JWT.decode(token).getSubject()).isEqualTo("member");
    assertThat(role(answer)).isEqualTo("ROLE_USER");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ROLE_USER", "role_admin", "", "ROLE_USER,ROLE_ADMIN"})
  @DisplayName("D-S9: the back door is no administrator's, no entry")
  void dS9_refusesEverybodyElse(String role) {
    App.Response answer = app.tokens("member", role, "admin");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("C006");
    assertThat(answer.body().has("response")).isFalse();
  }

  @Test
  @DisplayName("D-S9: a token from better days opens nothing")
  void dS9_asksTheAccountAndNotTheTokenAlone() {
    assertThat(app.tokens("former", "ROLE_ADMIN", "admin").code()).isEqualTo("C006");
  }

  @Test
  void findsNoTokensForNobody() {
    assertThat(app.tokens("admin", "ROLE_ADMIN", "nobody").code()).isEqualTo("C003");
    assertThat(app.tokens("admin", "ROLE_ADMIN", "").code()).isEqualTo("C001");
  }

  private static String role(App.Response answer) {
    return claim(answer, "role").asString();
  }

  private static boolean verified(App.Response answer) {
    return Boolean.TRUE.equals(claim(answer, "verified").asBoolean());
  }

  private static Claim claim(App.Response answer, String name) {
    return JWT.decode(answer.body().at("/response/accessToken").asText()).getClaim(name);
  }
}
