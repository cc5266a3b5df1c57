package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-11: signing out after the access token has expired. */
@Tag("process")
class ExpiredLogoutTest {

  @RegisterExtension
  static final Stack STACK = Stack.of("UserTable", "KeyTable", "SessionTable", "BanTable");

  private Sessions sessions;

  @BeforeEach
  void install() {
    sessions = new Sessions(STACK);
  }

  @Test
  @DisplayName("F-11: an expired access token and the refresh token of its session end it")
  void f11_endsTheSession() {
    TokenView pair = expired();
    logout(pair, pair);
    assertRefused(() -> sessions.renew(pair), ErrorCode.NO_REFRESH_TOKEN);
    logout(pair, pair);
  }

  @Test
  @DisplayName("F-11: the refresh token of another session ends neither")
  void f11_endsNoOtherSession() {
    TokenView phone = expired();
    TokenView tablet = sessions.service.begin(Sessions.LINH, false);
    assertRefused(() -> logout(phone, tablet), ErrorCode.INVALID_TOKEN);
    assertThat(sessions.renew(phone)).isNotNull();
    assertThat(sessions.renew(tablet)).isNotNull();
  }

  @Test
  @DisplayName("F-11: an expired access token alone ends nothing")
  void f11_needsARefreshToken() {
    TokenView pair = expired();
    TokenView forged = new TokenView(pair.accessToken(), pair.accessToken());
    assertRefused(() -> logout(pair, forged), ErrorCode.INVALID_TOKEN);
    assertThat(sessions.renew(pair)).isNotNull();
  }

  private TokenView expired() {
    TokenView pair = sessions.service.begin(Sessions.LINH, false);
    sessions.clock.advance(Sessions.LIFETIMES.access().plus(Duration.ofSeconds(1)));
    assertThat(sessions.access(pair)).isEmpty();
    return pair;
  }

  private void logout(TokenView header, TokenView body) {
    sessions
        .resource()
        .logout("Bearer " + header.accessToken(), new ReissueRequest(body.refreshToken()));
  }

  private static void assertRefused(ThrowingCallable call, ErrorCode code) {
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(call)
        .returns(code, ApiException::code);
  }
}
