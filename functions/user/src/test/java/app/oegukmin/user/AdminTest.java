package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.Stack;
import com.auth0.jwt.JWT;
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

  @RegisterExtension static final Stack STACK = Stack.of("UserTable", "KeyTable", "SessionTable");

  private static App app;

  @BeforeAll
  static void install() {
    app = new App(STACK);
    for (String id : new String[] {"admin", "former", "member"}) {
      app.signUp(App.student(id, id + "@kookmin.ac.kr"));
    }
    promote("admin");
  }

  @Test
  @DisplayName("D-A11: the role in the token is the account's")
  void dA11_putsTheRoleOfTheAccountIntoTheToken() {
    assertThat(role(app.signIn("admin", "admin@kookmin.ac.kr"))).isEqualTo("ROLE_ADMIN");
    assertThat(role(app.signIn("member", "member@kookmin.ac.kr"))).isEqualTo("ROLE_USER");
  }

  @Test
  void issuesTokensOfAnyAccountToAnAdministrator() {
    App.Answer answer = app.tokens("admin", "ROLE_ADMIN", "member");
    assertThat(answer.status()).isEqualTo(200);
    String token = answer.body().at("/response/accessToken").asText();
    assertThat(JWT.decode(token).getSubject()).isEqualTo("member");
    assertThat(role(answer)).isEqualTo("ROLE_USER");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ROLE_USER", "role_admin", "", "ROLE_USER,ROLE_ADMIN"})
  @DisplayName("D-S9: the back door is no administrator's, no entry")
  void dS9_refusesEverybodyElse(String role) {
    App.Answer answer = app.tokens("member", role, "admin");
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

  private static String role(App.Answer answer) {
    return JWT.decode(answer.body().at("/response/accessToken").asText())
        .getClaim("role")
        .asString();
  }

  private static void promote(String id) {
    STACK
        .dynamodb()
        .updateItem(
            request ->
                request
                    .tableName(STACK.table("UserTable"))
                    .key(Map.of("key", AttributeValue.fromS("user#" + id)))
                    .updateExpression("SET #role = :admin")
                    .expressionAttributeNames(Map.of("#role", "role"))
                    .expressionAttributeValues(
                        Map.of(":admin", AttributeValue.fromS("ROLE_ADMIN"))));
  }
}
