package app.oegukmin.removal;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.Stack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** F-2: two deliveries of one removal that overlap. */
@Tag("process")
class SessionRemovalTest {

  @RegisterExtension static final Stack STACK = Stack.of("UserTable", "SessionTable");

  private static final long LATER = 4_102_444_800L;

  private final Departed gone = new Departed(STACK, "uid-gone");

  @BeforeEach
  void leave() {
    STACK.clear();
    gone.signUp().signIn("phone", LATER).leave();
  }

  @Test
  @DisplayName("F-2: a delivery that was overtaken ends no session of a later account")
  void f2_leavesALaterAccountAlone() {
    removal(this::removeAndSignUpAgain).remove(gone.removal());
    assertThat(Departed.everything(STACK, "SessionTable")).contains("phone", "later");
  }

  private void removeAndSignUpAgain() {
    AccountTable accounts = new AccountTable(STACK.dynamodb(), STACK.table("UserTable"));
    new SessionRemoval(STACK.dynamodb(), STACK.table("SessionTable"), accounts)
        .remove(gone.removal());
    accounts.remove(gone.removal());
    gone.signUp().signIn("phone", LATER);
    gone.signIn("later", LATER);
  }

  /** A removal in whose way something comes before its first transaction. */
  private static SessionRemoval removal(Runnable first) {
    DynamoDbClient client =
        DynamoDbClient.builder()
            .overrideConfiguration(config -> config.addExecutionInterceptor(new Before(first)))
            .build();
    AccountTable accounts = new AccountTable(client, STACK.table("UserTable"));
    return new SessionRemoval(client, STACK.table("SessionTable"), accounts);
  }

  private record Before(Runnable work) implements ExecutionInterceptor {
    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
      if (context.request() instanceof TransactWriteItemsRequest) {
        work.run();
      }
    }
  }
}
