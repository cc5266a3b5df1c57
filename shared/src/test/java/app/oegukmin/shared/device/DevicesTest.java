package app.oegukmin.shared.device;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.ban.Ban;
import app.oegukmin.shared.ban.BanTable;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.token.AccessToken;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class DevicesTest {

  @RegisterExtension static final Stack STACK = Stack.of("DeviceTable", "BanTable");

  private static final Instant NOW = Instant.parse("2056-11-22T01:02:03.004Z");

  private final FakeClock clock = new FakeClock(NOW);
  private final DeviceTable table =
      new DeviceTable(STACK.dynamodb(), STACK.table("DeviceTable"), clock);
  private final BanTable bans = new BanTable(STACK.dynamodb(), STACK.table("BanTable"));
  private final Devices devices = new Devices(table, bans, clock);

  @BeforeEach
  void clear() {
    STACK.clear();
  }

  private AccessToken signIn(String uid, String family) {
    return new AccessToken(
        "token-" + family,
        uid,
        "ROLE_USER",
        true,
        Optional.of(family),
        clock.instant(),
        clock.instant().plusSeconds(60));
  }

  private Device register(String uid, String family, String token) {
    Device device = Device.of(signIn(uid, family), token, Language.ZH, true, clock.instant());
    Transaction transaction = new Transaction(STACK.dynamodb());
    table.put(transaction, device);
    transaction.write();
    return device;
  }

  private List<String> of(String uid) {
    return devices.admitted(MemberKey.of(uid)).stream().map(Device::token).toList();
  }

  @Test
  void keepsWhatWasRegistered() {
    Device device = register("kim", "phone", "abc:def");
    assertThat(table.of(MemberKey.of("kim")).getFirst().token()).isEqualTo("abc:def");
    assertThat(table.of(MemberKey.of("kim")).getFirst().language()).isEqualTo(Language.ZH);
    assertThat(table.of(MemberKey.of("kim")).getFirst().showText()).isTrue();
    assertThat(device.toString()).doesNotContain("abc:def", "kim");
    clock.advance(Duration.ofDays(60));
    assertThat(of("kim")).as("its app was not opened for sixty days").isEmpty();
  }

  @Test
  void givesATokenToWhoRegisteredItLast() {
    Device before = register("kim", "phone", "a");
    clock.advance(Duration.ofMillis(1));
    register("lee", "phone", "a");
    assertThat(of("kim")).isEmpty();
    assertThat(of("lee")).containsExactly("a");
    table.remove(before);
    table.remove(MemberKey.of("kim"), Device.hash("a"));
    assertThat(of("lee")).as("what the one before does changes nothing").containsExactly("a");
    table.remove(MemberKey.of("lee"), Device.hash("a"));
    assertThat(of("lee")).isEmpty();
  }

  @Test
  void removesWithASignInWhatItRegistered() {
    register("kim", "phone", "a");
    register("kim", "tablet", "b");
    register("lee", "phone", "c");
    bans.put(Ban.family("kim", "phone", NOW.plusSeconds(60)));
    assertThat(of("kim")).containsExactly("b");
    assertThat(of("lee")).containsExactly("c");
    clock.advance(Duration.ofSeconds(61));
    assertThat(of("kim")).as("it does not come back when the ban ends").containsExactly("b");
  }

  @Test
  void removesByABanOfOneToken() {
    register("kim", "phone", "a");
    bans.put(Ban.token(signIn("kim", "tablet")));
    assertThat(of("kim")).containsExactly("a");
    bans.put(Ban.token(signIn("kim", "phone")));
    assertThat(of("kim")).isEmpty();
  }

  @Test
  void removesAllOfTheBannedAndOfWhoLeaves() {
    register("kim", "phone", "a");
    register("lee", "phone", "b");
    bans.put(Ban.user("kim", NOW.plusSeconds(60)));
    bans.put(Ban.issued("lee", NOW));
    assertThat(of("kim")).isEmpty();
    assertThat(of("lee")).isEmpty();
    clock.advance(Duration.ofSeconds(10));
    register("lee", "again", "b");
    assertThat(of("lee")).as("who has signed in since then").containsExactly("b");
  }
}
