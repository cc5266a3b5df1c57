package app.oegukmin.authorizer;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.member.Member;
import app.oegukmin.shared.member.MemberTable;
import app.oegukmin.shared.token.AccessToken;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-4: who is an administrator at a call. */
@Tag("process")
class AdministratorsTest {

  @RegisterExtension static final Stack STACK = Stack.of("UserTable");

  private static final Map<String, String> ACCOUNT =
      Map.of(
          "key", "user#uid-1",
          "id", "uid-1",
          "publicId", "public-1",
          "name", "Linh",
          "country", "Vietnam",
          "major", "Music",
          "role", Member.ADMIN);

  private Administrators administrators;

  @BeforeEach
  void promote() {
    Items.put(STACK, "UserTable", ACCOUNT);
    administrators = over(STACK.table("UserTable"));
  }

  @Test
  @DisplayName("F-4: who signed in with an ID token and still has the role is one")
  void f4_admitsAVerifiedAdministrator() {
    assertThat(role(true)).isEqualTo(Member.ADMIN);
  }

  @Test
  @DisplayName("F-4: nobody is one by e-mail and uuid alone")
  void f4_demandsAnIdToken() {
    assertThat(role(false)).isEqualTo(Member.USER);
  }

  @Test
  @DisplayName("F-4: a demotion holds at the next call, and so does the end of the account")
  void f4_readsTheRoleOfTheAccount() {
    put("role", Member.USER);
    assertThat(role(true)).isEqualTo(Member.USER);
    put("deletedDate", "2026-11-29T09:00:00");
    assertThat(role(true)).isEqualTo(Member.USER);
    var key = Map.of("key", Items.item(ACCOUNT).get("key"));
    STACK.dynamodb().deleteItem(r -> r.tableName(STACK.table("UserTable")).key(key));
    assertThat(role(true)).isEqualTo(Member.USER);
  }

  @Test
  void readsNothingForOrdinaryMembers() {
    Administrators blind = over("no-such-table");
    assertThat(blind.judged(token(Member.USER, true)).role()).isEqualTo(Member.USER);
    assertThat(blind.judged(token(Member.ADMIN, false)).role()).isEqualTo(Member.USER);
  }

  @Test
  @DisplayName("F-4: without a Firebase project there is no administrator")
  void f4_hasNoAdministratorWithoutAProject() {
    Administrators none = new Administrators(Optional.empty());
    assertThat(none.judged(token(Member.ADMIN, true)).role()).isEqualTo(Member.USER);
  }

  private static Administrators over(String table) {
    return new Administrators(Optional.of(new MemberTable(STACK.dynamodb(), table)));
  }

  private void put(String name, String value) {
    Map<String, String> changed = new HashMap<>(ACCOUNT);
    changed.put(name, value);
    Items.put(STACK, "UserTable", changed);
  }

  private String role(boolean verified) {
    return administrators.judged(token(Member.ADMIN, verified)).role();
  }

  private static AccessToken token(String role, boolean verified) {
    return new AccessToken(
        "t1", "uid-1", role, verified, Optional.of("f1"), Instant.EPOCH, Instant.MAX);
  }
}
