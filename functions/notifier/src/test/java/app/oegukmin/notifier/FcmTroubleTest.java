package app.oegukmin.notifier;

import static app.oegukmin.notifier.Phones.LEE;
import static app.oegukmin.notifier.Phones.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.local.service.FcmServer;
import app.oegukmin.shared.device.Device;
import app.oegukmin.shared.language.Language;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a push that FCM does not take. */
@Tag("process")
class FcmTroubleTest {

  @RegisterExtension static final Stack STACK = Stack.of(Phones.TABLES);

  private Phones phones;

  @BeforeEach
  void begin() throws IOException {
    STACK.clear();
    phones = new Phones(STACK);
    phones.register(LEE, PHONE, Language.KO, false);
  }

  @AfterEach
  void end() {
    phones.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dead-phone-of-lee", "no token", "토큰이아니다토큰이아니다"})
  void forgetsAPhoneThatFcmDoesNotKnow(String token) {
    phones.register(LEE, token, Language.KO, false);
    phones.write(2, "하나");
    phones.queue.deliver(5);
    assertThat(phones.shown()).as("the other phone").hasSize(1);
    assertThat(phones.devices.of(LEE.key())).extracting(Device::token).containsExactly(PHONE);
    assertThat(phones.queue.waiting()).isEmpty();
    assertThat(phones.metrics()).contains("DeadTokens").doesNotContain(token);
  }

  @Test
  void waitsInTheQueueForAsLongAsFcmSays() {
    phones.fail("429", "10m");
    phones.write(2, "하나");
    phones.write(3, "둘");
    phones.queue.deliver(5);
    assertThat(phones.queue.pauses())
        .containsExactly(Duration.ofMinutes(10), Duration.ofMinutes(10));
    phones.clock.advance(Duration.ofMinutes(10));
    phones.queue.deliver(5);
    assertThat(phones.shown()).hasSize(2);
  }

  @Test
  void comesAgainWhenFcmIsDown() {
    phones.fail("down", "60s");
    phones.write(2, "하나");
    phones.queue.deliver(5);
    assertThat(phones.queue.waiting()).hasSize(1);
    phones.clock.advance(Duration.ofSeconds(91));
    phones.queue.deliver(5);
    assertThat(phones.shown()).hasSize(1);
  }

  @Test
  void takesWordsThatCannotBeReadForAYes() {
    phones.write(2, "하나");
    phones.queue.deliver(5);
    phones.fail("malformed", "60s");
    phones.write(3, "둘");
    phones.queue.deliver(5);
    assertThat(phones.queue.waiting()).isEmpty();
    assertThat(phones.queue.failed()).isEmpty();
  }

  @Test
  void givesUpQuietlyWhatIsNoNewsAnyMore() {
    phones.fail("429", "3h");
    phones.write(2, "하나");
    for (int quarter = 0; quarter < 6; quarter++) {
      phones.queue.deliver(5);
      phones.clock.advance(Duration.ofMinutes(16));
    }
    assertThat(phones.queue.waiting()).isEmpty();
    assertThat(STACK.take("PushDeadLetters")).isEmpty();
  }

  @Test
  void getsAnotherTokenWhenItsOwnHasEnded() {
    phones.write(2, "하나");
    phones.queue.deliver(5);
    phones.fcm.expireTokens();
    phones.write(3, "둘");
    phones.queue.deliver(5);
    assertThat(phones.shown()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no JSON", "{}", "{\"type\":\"service_account\"}"})
  void tellsTheOperatorOfAKeyThatIsNone(String key) {
    phones.key(Optional.of(key));
    phones.write(2, "하나");
    phones.queue.deliver(5);
    assertThat(phones.metrics()).contains("PushKeyRefused");
    assertThat(phones.queue.pauses()).containsExactly(Duration.ofMinutes(5));
    phones.key(Optional.of(phones.fcm.key()));
    phones.clock.advance(Duration.ofMinutes(5));
    phones.queue.deliver(5);
    assertThat(phones.shown()).hasSize(1);
  }

  @Test
  void readsTheKeyAgainWhenGoogleRefusesIt() throws IOException {
    try (FcmServer other = FcmServer.startStranger(phones.clock)) {
      String here = ":" + phones.fcm.uri().getPort() + "/";
      phones.key(Optional.of(other.key().replace(":" + other.uri().getPort() + "/", here)));
    }
    phones.write(2, "하나");
    phones.queue.deliver(5);
    assertThat(phones.metrics()).contains("PushKeyRefused");
    assertThat(phones.shown()).isEmpty();
    phones.key(Optional.of(phones.fcm.key()));
    phones.clock.advance(Duration.ofSeconds(11));
    phones.write(3, "둘");
    phones.queue.deliver(5);
    assertThat(phones.shown()).hasSize(1);
  }

  @Test
  void isOffWithoutAKey() {
    phones.key(Optional.empty());
    phones.write(2, "하나");
    phones.queue.deliver(5);
    assertThat(phones.queue.waiting()).isEmpty();
    assertThat(phones.queue.failed()).isEmpty();
    assertThat(phones.metrics()).isEmpty();
    phones.key(Optional.of(phones.fcm.key()));
    phones.clock.advance(Duration.ofMinutes(5));
    phones.write(3, "둘");
    phones.queue.deliver(5);
    assertThat(phones.shown()).hasSize(1);
  }

  @Test
  void readsItsKeyOnceInFiveMinutes() {
    phones.write(2, "하나");
    phones.write(3, "둘");
    phones.queue.deliver(5);
    assertThat(phones.readsOfKey()).isEqualTo(1);
  }

  @Test
  void beginsNothingThatItMayNotEnd() {
    phones.remaining(Duration.ofSeconds(20));
    phones.write(2, "하나");
    phones.queue.deliver(5);
    assertThat(phones.queue.waiting()).hasSize(1);
    assertThat(phones.shown()).isEmpty();
  }
}
