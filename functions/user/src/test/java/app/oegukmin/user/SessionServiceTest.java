package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.testkit.Stack;
import com.auth0.jwt.JWT;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Tag("process")
class SessionServiceTest {

  @RegisterExtension
  static final Stack STACK = Stack.of("UserTable", "KeyTable", "SessionTable", "BanTable");

  private Sessions sessions;

  @BeforeEach
  void install() {
    sessions = new Sessions(STACK);
  }

  @Test
  @DisplayName("D-A2: what reissue gives opens member routes")
  void dA2_theNextPairWorks() {
    TokenView first = sessions.service.begin(Sessions.LINH, false);
    later(Duration.ofMinutes(20));
    TokenView second = sessions.renew(first);
    assertThat(sessions.opens(second)).isTrue();
    assertThat(sessions.access(second).orElseThrow().role()).isEqualTo("ROLE_USER");
    later(Duration.ofMinutes(20));
    assertThat(sessions.opens(first)).isFalse();
    assertThat(sessions.opens(second)).isTrue();
  }

  @Test
  @DisplayName("D-A3: a refresh token lives its full lifetime, and each exchange starts it anew")
  void dA3_lastsItsLifetime() {
    TokenView pair = sessions.service.begin(Sessions.LINH, false);
    for (int i = 0; i < 3; i++) {
      later(Sessions.LIFETIMES.refresh().minusSeconds(1));
      pair = sessions.renew(pair);
    }
    later(Sessions.LIFETIMES.refresh());
    assertThat(sessions.refresh(pair)).isEmpty();
  }

  @Test
  void takesAnExpiredSessionForNoneBeforeDynamoDbDeletesIt() {
    TokenView pair = sessions.service.begin(Sessions.LINH, false);
    RefreshToken token = sessions.refresh(pair).orElseThrow();
    later(Sessions.LIFETIMES.refresh());
    assertGone(() -> sessions.service.renew(token));
  }

  @Test
  @DisplayName("D-A6: a used token that comes back ends the family and its access tokens")
  void dA6_reuseEndsTheFamily() {
    TokenView first = sessions.service.begin(Sessions.LINH, false);
    TokenView second = sessions.renew(first);
    later(Sessions.LIFETIMES.grace());
    assertThat(sessions.opens(first)).isTrue();

    assertGone(() -> sessions.renew(first));
    assertThat(sessions.opens(first)).isFalse();
    assertThat(sessions.opens(second)).isFalse();
    assertGone(() -> sessions.renew(second));
  }

  @Test
  void anOlderTokenEndsTheFamilyEvenWithinTheGracePeriod() {
    TokenView first = sessions.service.begin(Sessions.LINH, false);
    TokenView third = sessions.renew(sessions.renew(first));
    assertGone(() -> sessions.renew(first));
    assertGone(() -> sessions.renew(third));
  }

  @Test
  void aRetryWithinTheGracePeriodGetsTheSameGeneration() {
    TokenView first = sessions.service.begin(Sessions.LINH, false);
    TokenView lost = sessions.renew(first);
    later(Sessions.LIFETIMES.grace().minusMillis(1));
    TokenView retried = sessions.renew(first);

    assertThat(retried.refreshToken()).isEqualTo(lost.refreshToken());
    assertThat(sessions.opens(lost)).isTrue();
    assertThat(sessions.opens(retried)).isTrue();
    TokenView third = sessions.renew(retried);
    assertThat(sessions.opens(third)).isTrue();
  }

  @Test
  @DisplayName("F-3: a repeat within the grace period gets the very same pair")
  void f3_aRepeatMintsNothing() {
    TokenView first = sessions.service.begin(Sessions.LINH, false);
    TokenView lost = sessions.renew(first);
    later(Duration.ofSeconds(5));
    assertThat(sessions.renew(first)).isEqualTo(lost);
  }

  @Test
  @DisplayName("F-3: however often a session is signed out, it leaves one ban")
  void f3_aSessionLeavesOneBan() {
    TokenView first = sessions.service.begin(Sessions.LINH, false);
    TokenView second = sessions.renew(first);
    for (TokenView pair : List.of(first, second, second)) {
      sessions.service.end(sessions.access(pair).orElseThrow());
    }
    assertThat(STACK.dynamodb().scan(r -> r.tableName(STACK.table("BanTable"))).items()).hasSize(1);
  }

  @Test
  @DisplayName("D-A6: two devices live side by side")
  void dA6_devicesDoNotLogEachOtherOut() {
    TokenView phone = sessions.service.begin(Sessions.LINH, false);
    TokenView tablet = sessions.service.begin(Sessions.LINH, false);
    TokenView nextPhone = sessions.renew(phone);
    later(Sessions.LIFETIMES.grace());
    assertGone(() -> sessions.renew(phone));

    assertThat(sessions.opens(nextPhone)).isFalse();
    assertThat(sessions.opens(tablet)).isTrue();
    assertThat(sessions.opens(sessions.renew(tablet))).isTrue();
  }

  @Test
  @DisplayName("D-A15: two sign-ins within a second are two; the end of one leaves the other")
  void dA15_logoutEndsOneSession() {
    TokenView phone = sessions.service.begin(Sessions.LINH, false);
    TokenView tablet = sessions.service.begin(Sessions.LINH, false);
    assertThat(phone.accessToken()).isNotEqualTo(tablet.accessToken());

    sessions.service.end(sessions.access(phone).orElseThrow());
    assertThat(sessions.opens(phone)).isFalse();
    assertGone(() -> sessions.renew(phone));
    assertThat(sessions.opens(tablet)).isTrue();
    assertThat(sessions.opens(sessions.renew(tablet))).isTrue();
  }

  @Test
  void logoutTakesAllAccessTokensOfItsSession() {
    TokenView first = sessions.service.begin(Sessions.LINH, false);
    TokenView second = sessions.renew(first);
    sessions.service.end(sessions.access(first).orElseThrow());
    assertThat(sessions.opens(first)).isFalse();
    assertThat(sessions.opens(second)).isFalse();
  }

  @Test
  void logoutTwiceIsLogoutOnce() {
    TokenView pair = sessions.service.begin(Sessions.LINH, false);
    sessions.service.end(sessions.access(pair).orElseThrow());
    sessions.service.end(sessions.access(pair).orElseThrow());
    assertThat(sessions.opens(pair)).isFalse();
  }

  @Test
  @DisplayName("D-A4: bans end when the last access token of the family does")
  void dA4_bansEndWithTheTokens() {
    TokenView first = sessions.service.begin(Sessions.LINH, false);
    later(Duration.ofMinutes(10));
    TokenView second = sessions.renew(first);
    Instant last = sessions.access(second).orElseThrow().expiresAt();
    sessions.service.end(sessions.access(first).orElseThrow());

    var bans = STACK.dynamodb().scan(r -> r.tableName(STACK.table("BanTable"))).items();
    assertThat(bans)
        .extracting(item -> item.get("expires").n())
        .containsExactly(Long.toString(last.getEpochSecond()));
  }

  @Test
  void bansHoldForTokensThatWereMadeToLastLonger() {
    TokenView old = sessions.service.begin(Sessions.LINH, false);
    Lifetimes shorter =
        new Lifetimes(Duration.ofMinutes(5), Duration.ofDays(60), Duration.ofSeconds(10));
    UserTable users = new UserTable(STACK.dynamodb(), STACK.table("UserTable"));
    SessionService after = sessions.service(users, shorter);
    TokenView young = after.renew(sessions.refresh(old).orElseThrow());
    after.end(sessions.access(young).orElseThrow());
    later(Duration.ofMinutes(20));
    assertThat(sessions.access(old)).isPresent();
    assertThat(sessions.opens(old)).isFalse();
  }

  @Test
  void anAccountThatIsGoneGetsNoTokens() {
    TokenView pair = sessions.service.begin(Sessions.LINH, false);
    UserTable nobody = new UserTable(STACK.dynamodb(), STACK.table("UserTable"));
    STACK
        .dynamodb()
        .deleteItem(
            r ->
                r.tableName(STACK.table("UserTable"))
                    .key(Map.of("key", AttributeValue.fromS("user#linh"))));
    SessionService service = sessions.service(nobody, Sessions.LIFETIMES);
    assertGone(() -> service.renew(sessions.refresh(pair).orElseThrow()));
  }

  @Test
  void keepsNoTokenAndNoIdOfOne() {
    TokenView pair = sessions.renew(sessions.service.begin(Sessions.LINH, false));
    String id = JWT.decode(pair.refreshToken()).getId();
    var items = STACK.dynamodb().scan(r -> r.tableName(STACK.table("SessionTable"))).items();
    assertThat(items).hasSize(1);
    assertThat(items.toString()).doesNotContain(id).doesNotContain(pair.refreshToken());
    assertThat(items.toString()).contains(RefreshToken.hash(id));
  }

  private void later(Duration duration) {
    sessions.clock.advance(duration);
  }

  private static void assertGone(ThrowingCallable call) {
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(call)
        .returns(ErrorCode.NO_REFRESH_TOKEN, ApiException::code);
  }
}
