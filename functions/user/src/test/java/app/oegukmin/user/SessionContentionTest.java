package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.oegukmin.shared.ban.BanTable;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** A session that others change before each write. */
@Tag("process")
class SessionContentionTest {

  @RegisterExtension
  static final Stack STACK = Stack.of("UserTable", "KeyTable", "SessionTable", "BanTable");

  private Sessions sessions;
  private SessionService contended;

  @BeforeEach
  void install() {
    sessions = new Sessions(STACK);
    DynamoDbClient client =
        DynamoDbClient.builder()
            .overrideConfiguration(config -> config.addExecutionInterceptor(new Others()))
            .build();
    BanTable bans = new BanTable(client, STACK.table("BanTable"));
    contended =
        sessions.service(
            new UserTable(client, STACK.table("UserTable")),
            new SessionTable(client, STACK.table("SessionTable"), bans));
  }

  @Test
  void aRefreshEndsAfterSomeTriesWithPauses() {
    TokenView pair = sessions.service.begin(Sessions.LINH, false);

    assertUnavailable(() -> contended.renew(sessions.refresh(pair).orElseThrow()));
  }

  @Test
  void aLogoutEndsAfterSomeTriesWithPauses() {
    TokenView pair = sessions.service.begin(Sessions.LINH, false);

    assertUnavailable(() -> contended.end(sessions.access(pair).orElseThrow()));
  }

  private void assertUnavailable(Runnable work) {
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(work::run)
        .returns(ErrorCode.UNAVAILABLE, ApiException::code)
        .returns(1L, ApiException::retryAfter);
    assertThat(sessions.pauses).hasSize(7).allMatch(Duration::isPositive);
  }

  private static final class Others implements ExecutionInterceptor {
    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
      if (context.request() instanceof PutItemRequest put
          && put.tableName().equals(STACK.table("SessionTable"))) {
        throw ConditionalCheckFailedException.builder().build();
      }
      if (context.request() instanceof TransactWriteItemsRequest) {
        throw TransactionCanceledException.builder()
            .cancellationReasons(
                CancellationReason.builder().code("ConditionalCheckFailed").build())
            .build();
      }
    }
  }
}
