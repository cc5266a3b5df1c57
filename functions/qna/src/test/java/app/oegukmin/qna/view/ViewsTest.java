package app.oegukmin.qna.view;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class ViewsTest {

  private static final String UID = "Uid4OfSomeMember0123456789ab";

  @RegisterExtension static final Stack STACK = Stack.of("ViewTable").withValkey();

  private Audience audience;

  @BeforeEach
  void open() {
    STACK.clear();
    audience = new Audience(STACK, STACK.valkeyEndpoint());
  }

  @AfterEach
  void close() {
    audience.close();
  }

  @Test
  void countsAMemberOnceAnHour() {
    assertThat(audience.member(UID, 7)).isEqualTo(1);
    assertThat(audience.member(UID, 7)).isEqualTo(1);
    assertThat(audience.member("another", 7)).isEqualTo(2);

    assertThat(STACK.valkey().pttl("{q:7}:seen:m" + MemberKey.of(UID)))
        .isBetween(Duration.ofMinutes(59).toMillis(), Duration.ofHours(1).toMillis());
    STACK.valkey().del("{q:7}:seen:m" + MemberKey.of(UID));
    assertThat(audience.member(UID, 7)).isEqualTo(3);
  }

  @Test
  void countsAGuestOncePerAddress() {
    assertThat(audience.guest("203.0.113.1", 7)).isEqualTo(1);
    assertThat(audience.guest("203.0.113.1", 7)).isEqualTo(1);
    assertThat(audience.guest("203.0.113.2", 7)).isEqualTo(2);
    assertThat(audience.guest("203.0.113.1", 8)).isEqualTo(1);
  }

  @Test
  void countsAGuestAgainUnderTheNextDaysSalt() {
    audience.guest("203.0.113.1", 7);
    audience.clock.advance(Duration.ofDays(1));

    assertThat(audience.guest("203.0.113.1", 7)).isEqualTo(2);
  }

  @Test
  void sharesTheSaltOfADay() {
    audience.guest("203.0.113.1", 7);
    try (Audience other = new Audience(STACK, STACK.valkeyEndpoint())) {
      assertThat(other.guest("203.0.113.1", 7)).isEqualTo(1);
    }
  }

  @Test
  void storesNeitherUidNorAddress() {
    audience.member(UID, 7);
    audience.guest("203.0.113.1", 7);
    audience.flusher().run();

    assertThat(STACK.valkey().keys("*").toString()).doesNotContain(UID).doesNotContain("203.0.113");
    assertThat(STACK.dynamodb().scan(s -> s.tableName(STACK.table("ViewTable"))).items().toString())
        .doesNotContain(UID)
        .doesNotContain(MemberKey.of(UID))
        .doesNotContain("203.0.113");
  }

  @Test
  void showsTheSameNumberAtEveryStepOfAFlush() {
    audience.member("one", 7);
    audience.member("two", 7);

    var flushes = audience.unflushed.take(List.of(7L), () -> "f1").orElseThrow();
    assertThat(audience.shown(7)).isEqualTo(2);
    audience.table.add(flushes.getFirst(), audience.flushed(7));
    assertThat(audience.shown(7)).isEqualTo(2);
    audience.unflushed.done(flushes, List.of());
    assertThat(audience.shown(7)).isEqualTo(2);

    assertThat(audience.member("three", 7)).isEqualTo(3);
    audience.flusher().run();
    assertThat(audience.shown(7)).isEqualTo(3);
  }

  @Test
  void showsTheRightNumberToWhoReadTheTableBeforeAFlush() {
    audience.member("one", 7);
    audience.flusher().run();
    audience.member("two", 7);
    var before = audience.flushed(7);
    audience.flusher().run();

    assertThat(audience.views.count(7, Optional.of("two"), "", before)).isEqualTo(2);
  }

  @Test
  void hasALifetimeForEveryKey() {
    audience.guest("203.0.113.1", 7);
    audience.flusher().run();

    assertThat(STACK.valkey().keys("*"))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(STACK.valkey().ttl(key)).isPositive());
  }
}
