package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.AwsCalls;
import app.oegukmin.testkit.Stack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-61: what a sign-in of a warm function asks the stores for. */
@Tag("process")
class SignInCostTest {

  @RegisterExtension
  static final Stack STACK =
      Stack.of("UserTable", "KeyTable", "SessionTable", "BanTable").withValkey();

  private static final String EMAIL = "cost@kookmin.ac.kr";

  private App app;

  @BeforeEach
  void warm() {
    STACK.clear();
    app = new App(STACK);
    app.signUp(App.student("uid-cost", EMAIL));
    app.signIn("uid-cost", EMAIL);
  }

  @Test
  @DisplayName("F-61: two round trips to DynamoDB and one to Valkey")
  void f61_takesTwoRoundTripsToDynamoDb() {
    AwsCalls.forget();
    long before = STACK.valkeyRequests();
    assertThat(app.signIn("uid-cost", EMAIL).status()).isEqualTo(200);

    assertThat(AwsCalls.operations()).containsExactly("GetItem", "TransactWriteItems");
    assertThat(STACK.valkeyRequests() - before - 1).isEqualTo(1);
  }

  @Test
  @DisplayName("F-61: a sign-in that fails takes one")
  void f61_takesOneWhenItFails() {
    AwsCalls.forget();
    assertThat(app.signIn("uid-cost", "another@kookmin.ac.kr").code()).isEqualTo("C003");
    assertThat(AwsCalls.operations()).containsExactly("GetItem");
  }
}
