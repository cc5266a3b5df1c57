package app.oegukmin.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class RemovalServiceTest {

  @RegisterExtension static final Stack STACK = Stack.of("UserTable");

  private final AccountTable accounts =
      new AccountTable(STACK.dynamodb(), STACK.table("UserTable"));
  private final List<String> taken = new ArrayList<>();

  @Test
  void keepsTheAccountUntilEveryStepIsTaken() {
    Departed gone = new Departed(STACK, "uid-gone").signUp().leave();
    RemovalStep first = removal -> taken.add("first");
    RemovalStep broken =
        removal -> {
          throw new IllegalStateException("as the test wants");
        };
    var failing = new RemovalService(List.of(first, broken, first), accounts);
    assertThatIllegalStateException().isThrownBy(() -> failing.remove(gone.removal()));
    assertThat(accounts.awaits(gone.removal())).isTrue();

    new RemovalService(List.of(first, first), accounts).remove(gone.removal());
    assertThat(accounts.awaits(gone.removal())).isFalse();
    assertThat(taken).hasSize(3);
  }

  @Test
  void refusesToRemoveWhatIsAnothers() {
    Departed gone = new Departed(STACK, "uid-thief").signUp().leave();
    Items.put(STACK, "UserTable", Map.of("key", "email#" + gone.email(), "id", "uid-robbed"));
    assertThatIllegalStateException().isThrownBy(() -> accounts.remove(gone.removal()));
    assertThat(accounts.awaits(gone.removal())).isTrue();
  }
}
