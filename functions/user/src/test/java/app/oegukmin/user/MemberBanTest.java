package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.oegukmin.shared.ban.Ban;
import app.oegukmin.shared.ban.BanTable;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.testkit.AwsCalls;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-10: one ban of all that a member was issued. */
@Tag("process")
class MemberBanTest {

  @RegisterExtension
  static final Stack STACK = Stack.of("UserTable", "KeyTable", "SessionTable", "BanTable");

  private Sessions sessions;

  @BeforeEach
  void install() {
    sessions = new Sessions(STACK);
  }

  private void ban() {
    new BanTable(STACK.dynamodb(), STACK.table("BanTable"))
        .put(Ban.issued("linh", sessions.clock.instant()));
  }

  private void later(int seconds) {
    sessions.clock.advance(Duration.ofSeconds(seconds));
  }

  @Test
  @DisplayName("F-10: no device stays signed in, neither by access token nor by refresh token")
  void f10_signsOutEverywhere() {
    TokenView phone = sessions.service.begin(Sessions.LINH, false);
    TokenView tablet = sessions.service.begin(Sessions.LINH, false);
    later(60);
    ban();
    later(60);
    for (TokenView pair : new TokenView[] {phone, tablet}) {
      assertThat(sessions.opens(pair)).isFalse();
      assertRefused(() -> sessions.renew(pair), ErrorCode.NO_REFRESH_TOKEN);
    }
  }

  @Test
  @DisplayName("F-10: who signs in afterwards is signed in and stays so")
  void f10_leavesLaterSignInsAlone() {
    ban();
    later(3);
    TokenView pair = sessions.service.begin(Sessions.LINH, false);
    assertThat(sessions.opens(pair)).isTrue();
    assertThat(sessions.opens(sessions.renew(pair))).isTrue();
  }

  @Test
  @DisplayName("F-10: a token is never dated before a ban that is there, whatever the clock says")
  void f10_issuesNothingThatIsBanned() {
    TokenView pair = sessions.service.begin(Sessions.LINH, false);
    ban();
    later(1);
    assertRefused(() -> sessions.service.begin(Sessions.LINH, false), ErrorCode.UNAVAILABLE);
    assertRefused(() -> sessions.renew(pair), ErrorCode.NO_REFRESH_TOKEN);
  }

  @Test
  @DisplayName("F-10: a ban that was written by a clock a second behind covers what it should")
  void f10_allowsForClocks() {
    later(1);
    TokenView pair = sessions.service.begin(Sessions.LINH, false);
    later(-1);
    ban();
    assertThat(sessions.opens(pair)).isFalse();
  }

  @Test
  @DisplayName("F-3: signing out of many sessions leaves a list that is bounded")
  void f3_boundsTheList() {
    TokenView first = sessions.service.begin(Sessions.LINH, false);
    sessions.service.end(sessions.access(first).orElseThrow());
    for (int session = 0; session < 120; session++) {
      later(4);
      TokenView pair = sessions.service.begin(Sessions.LINH, false);
      sessions.service.end(sessions.refresh(pair).orElseThrow());
      assertThat(sessions.opens(pair)).isFalse();
    }
    assertThat(Items.all(STACK, "BanTable")).hasSizeLessThanOrEqualTo(51);
    assertThat(sessions.opens(first)).isFalse();
  }

  @Test
  @DisplayName("F-12: leaving takes one transaction, however many sessions there are")
  void f12_leavesAtOnce() {
    for (int session = 0; session < 40; session++) {
      sessions.service.begin(Sessions.LINH, false);
    }
    AwsCalls.forget();
    sessions.service.leave("linh");
    assertThat(AwsCalls.operations()).containsExactly("TransactWriteItems");
    assertThat(Items.all(STACK, "BanTable")).hasSize(1);
  }

  private static void assertRefused(ThrowingCallable call, ErrorCode code) {
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(call)
        .returns(code, ApiException::code);
  }
}
