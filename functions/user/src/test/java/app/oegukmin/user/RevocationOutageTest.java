package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.oegukmin.shared.ban.BanCache;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.token.AccessToken;
import app.oegukmin.shared.valkey.Valkey;
import app.oegukmin.testkit.Stack;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-2: what ends a session does not say so while Valkey keeps a copy without its ban. */
@Tag("process")
class RevocationOutageTest {

  @RegisterExtension
  static final Stack STACK =
      Stack.of("UserTable", "KeyTable", "SessionTable", "BanTable").withValkey();

  private static final String COPY = BanCache.key(MemberKey.of("linh"));

  private Sessions sessions;
  private Valkey nowhere;
  private Valkey valkey;
  private TokenView pair;

  @BeforeEach
  void signIn() {
    sessions = new Sessions(STACK);
    nowhere = new Valkey("127.0.0.1:1", false, sessions.clock);
    valkey = new Valkey(STACK.valkeyEndpoint(), false, sessions.clock);
    pair = sessions.service.begin(Sessions.LINH, false);
    STACK.valkey().set(COPY, "none");
  }

  @AfterEach
  void disconnect() {
    nowhere.close();
    valkey.close();
  }

  @Test
  @DisplayName("F-2: signing out is 503 until the ban holds, and 200 when it is repeated")
  void f2_signsOut() {
    AccessToken token = sessions.access(pair).orElseThrow();
    holdsWhenRepeated(service -> service.end(token));
  }

  @Test
  @DisplayName("F-2: so is signing out with the refresh token")
  void f2_signsOutByRefreshToken() {
    RefreshToken token = sessions.refresh(pair).orElseThrow();
    holdsWhenRepeated(service -> service.end(token));
  }

  @Test
  @DisplayName("F-2: so is leaving")
  void f2_leaves() {
    holdsWhenRepeated(service -> service.leave("linh"));
  }

  @Test
  @DisplayName("F-2: a token that was used before gets 503 until the end of its family holds")
  void f2_endsAFamily() {
    sessions.renew(pair);
    sessions.clock.advance(Sessions.LIFETIMES.grace());
    RefreshToken used = sessions.refresh(pair).orElseThrow();
    assertRefused(() -> sessions.service(nowhere).renew(used), ErrorCode.UNAVAILABLE);
    assertThat(sessions.opens(pair)).as("by the table").isFalse();
    assertRefused(() -> sessions.service(valkey).renew(used), ErrorCode.NO_REFRESH_TOKEN);
    assertThat(STACK.valkey().exists(COPY)).isFalse();
  }

  private void holdsWhenRepeated(Consumer<SessionService> end) {
    assertRefused(() -> end.accept(sessions.service(nowhere)), ErrorCode.UNAVAILABLE);
    assertThat(sessions.opens(pair)).as("by the table").isFalse();
    end.accept(sessions.service(valkey));
    assertThat(STACK.valkey().exists(COPY)).isFalse();
  }

  private static void assertRefused(ThrowingCallable call, ErrorCode code) {
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(call)
        .returns(code, ApiException::code);
  }
}
