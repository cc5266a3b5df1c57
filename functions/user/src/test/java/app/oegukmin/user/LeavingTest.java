package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.oegukmin.shared.ban.BanTable;
import app.oegukmin.shared.ban.Bans;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.token.AccessToken;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who deletes the account is signed out everywhere, whatever the tokens. */
@Tag("process")
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
    sessions.service.leave("linh");
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> sessions.service.begin(Sessions.LINH, false))
        .returns(ErrorCode.NOT_FOUND, ApiException::code);
    assertThat(Items.all(STACK, "SessionTable")).isEmpty();
  }

  @Test
  void takesAccessTokensThatOutliveTheirRefreshToken() {
    Lifetimes longer =
        new Lifetimes(Duration.ofDays(30), Duration.ofDays(1), Duration.ofSeconds(10));
    SessionService service = sessions.service(users, longer);
    TokenView pair = service.begin(Sessions.LINH, false);
    TokenView renewed = service.renew(sessions.refresh(pair).orElseThrow());
    sessions.clock.advance(Duration.ofDays(2));
    assertThat(sessions.opens(pair)).isTrue();
    assertThat(sessions.opens(renewed)).isTrue();
    service.leave("linh");
    assertThat(sessions.opens(pair)).isFalse();
    assertThat(sessions.opens(renewed)).isFalse();
  }

  @Test
  void takesTheTokensOfTheOriginal() {
    Map<String, String> migrating = new HashMap<>(STACK.environment("UserFunction"));
    migrating.put("LEGACY_TOKENS", "true");
    App app = new App(STACK, migrating);
    app.signUp(App.student("uid-old", "old@kookmin.ac.kr"));
    app.leave("uid-old");

    BanTable table = new BanTable(STACK.dynamodb(), STACK.table("BanTable"));
    Bans bans = new Bans(table, Optional.empty(), Clock.systemUTC());
    Instant later = Instant.now().plus(Duration.ofDays(60));
    assertThat(bans.hit(original("uid-old", later))).isTrue();
    assertThat(bans.hit(original("uid-other", later))).isFalse();
    Optional<String> family = Optional.of("of a later account");
    assertThat(
            bans.hit(
                new AccessToken(
                    "t",
                    "uid-old",
                    "ROLE_USER",
                    false,
                    family,
                    Instant.now().plusSeconds(10),
                    later)))
        .isFalse();
  }

  private static AccessToken original(String member, Instant until) {
    return new AccessToken(
        "its digest", member, "ROLE_USER", false, Optional.empty(), Instant.EPOCH, until);
  }
}
