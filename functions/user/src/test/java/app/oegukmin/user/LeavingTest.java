package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who deletes the account is signed out everywhere, whatever the tokens. */
class LeavingTest {

  @RegisterExtension
  static final Stack STACK = Stack.of("UserTable", "KeyTable", "SessionTable", "BanTable");

  private Sessions sessions;
  private UserTable users;

  @BeforeEach
  void install() {
    sessions = new Sessions(STACK);
    users = new UserTable(STACK.dynamodb(), STACK.table("UserTable"));
  }

  @Test
  void aSignInThatReadTheAccountBeforeItsDeletionGetsNoTokens() {
    users.delete("linh", "2096-10-03T09:30:00");
    sessions.service.endAll("linh");
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> sessions.service.begin(Sessions.LINH))
        .returns(ErrorCode.NOT_FOUND, ApiException::code);
    assertThat(sessions.table.families("linh")).isEmpty();
  }

  @Test
  void takesAccessTokensThatOutliveTheirRefreshToken() {
    Lifetimes longer =
        new Lifetimes(Duration.ofDays(30), Duration.ofDays(1), Duration.ofSeconds(10));
    SessionService service = sessions.service(users, longer);
    TokenView pair = service.begin(Sessions.LINH);
    TokenView renewed = service.renew(sessions.refresh(pair).orElseThrow());
    sessions.clock.advance(Duration.ofDays(2));
    assertThat(sessions.opens(pair)).isTrue();
    assertThat(sessions.opens(renewed)).isTrue();
    service.endAll("linh");
    assertThat(sessions.opens(pair)).isFalse();
    assertThat(sessions.opens(renewed)).isFalse();
  }
}
