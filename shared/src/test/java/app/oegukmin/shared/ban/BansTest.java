package app.oegukmin.shared.ban;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.dynamo.Requests;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.token.AccessToken;
import app.oegukmin.shared.valkey.Valkey;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

@Tag("process")
class BansTest {

  @RegisterExtension static final Stack STACK = Stack.of("BanTable").withValkey();

  // In the future, because DynamoDB Local deletes what has expired by its own clock.
  private static final Instant NOW = Instant.parse("2096-10-03T00:30:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofHours(1));
  private static final String KEY = MemberKey.of("linh");
  private static final String MARKER = "{u:" + KEY + "}:bans";

  private final FakeClock clock = new FakeClock(NOW);
  private final Requests requests = new Requests();
  private Valkey valkey;
  private BanTable table;
  private Bans bans;

  @BeforeEach
  void connect() {
    STACK.clear();
    valkey = new Valkey(STACK.valkeyEndpoint(), false, clock);
    table = new BanTable(requests.client(), STACK.table("BanTable"));
    bans = new Bans(table, Optional.of(valkey), clock);
  }

  @AfterEach
  void disconnect() {
    valkey.close();
  }

  @Test
  void nobodyIsBannedAtFirst() {
    assertThat(bans.hit(token("t1"))).isFalse();
  }

  @Test
  @DisplayName("D-A15: a ban of one token leaves the others alone")
  void dA15_aBanHitsOneToken() {
    bans.add(Ban.token(token("t1")));
    assertThat(bans.hit(token("t1"))).isTrue();
    assertThat(bans.hit(token("t2"))).isFalse();
  }

  @Test
  void aBanOfAFamilyHitsWhateverDescendsFromIt() {
    bans.add(Ban.family("linh", "f1", LATER));
    assertThat(bans.hit(token("t1"))).isTrue();
    assertThat(bans.hit(token("t2"))).isTrue();
    assertThat(
            bans.hit(
                new AccessToken("t3", "linh", "ROLE_USER", false, Optional.of("f2"), NOW, LATER)))
        .isFalse();
    assertThat(
            bans.hit(
                new AccessToken("f1", "linh", "ROLE_USER", false, Optional.empty(), NOW, LATER)))
        .isFalse();
  }

  @Test
  void aBanOfAMemberHitsAllTheirTokensAndNobodyElses() {
    bans.add(Ban.user("linh", LATER));
    assertThat(bans.hit(token("t1"))).isTrue();
    assertThat(
            bans.hit(
                new AccessToken("t2", "linh", "ROLE_USER", false, Optional.empty(), NOW, LATER)))
        .isTrue();
    assertThat(
            bans.hit(
                new AccessToken("t3", "minh", "ROLE_USER", false, Optional.of("f1"), NOW, LATER)))
        .isFalse();
  }

  @Test
  void aCopyIsReadBackWhateverTheMemberIsCalled() {
    String odd = "a}\r\nb{ token#t9";
    bans.add(Ban.user(odd, LATER));
    AccessToken token =
        new AccessToken("t1", odd, "ROLE_USER", false, Optional.of("f1"), NOW, LATER);
    assertThat(bans.hit(token)).isTrue();
    assertThat(bans.hit(token)).as("by the copy").isTrue();
  }

  @Test
  @DisplayName("D-A4: a ban ends when the token ends, in the table and in Valkey")
  void dA4_aBanEnds() {
    bans.add(Ban.token(token("t1")));
    assertThat(bans.hit(token("t1"))).isTrue();
    assertThat(STACK.valkey().pttl(MARKER)).isPositive();
    var items = STACK.dynamodb().scan(r -> r.tableName(STACK.table("BanTable"))).items();
    assertThat(items)
        .singleElement()
        .satisfies(
            item ->
                assertThat(item.get("expires").n())
                    .isEqualTo(Long.toString(LATER.getEpochSecond())));

    clock.advance(Duration.ofHours(1).minusSeconds(1));
    assertThat(bans.hit(token("t1"))).isTrue();
    clock.advance(Duration.ofSeconds(1));
    assertThat(bans.hit(token("t1"))).isFalse();
    STACK.valkey().flushAll();
    assertThat(bans.hit(token("t1"))).isFalse();
    assertThat(STACK.valkey().get(MARKER)).isEqualTo("none");
  }

  @Test
  void asksTheTableOnceAndThenValkeyAlone() {
    bans.hit(token("t1"));
    assertThat(requests.all()).hasSize(1);
    long before = STACK.valkeyRequests();
    for (int i = 0; i < 10; i++) {
      bans.hit(token("t" + i));
    }
    assertThat(STACK.valkeyRequests() - before - 1).isEqualTo(10);
    assertThat(requests.all()).hasSize(1);
  }

  @Test
  void readsTheTableAgainWhenTheMarkerIsMissing() {
    bans.add(Ban.token(token("t1")));
    bans.hit(token("t1"));
    STACK.valkey().flushAll();
    assertThat(bans.hit(token("t1"))).isTrue();
    assertThat(STACK.valkey().get(MARKER)).contains("token#t1");
  }

  @Test
  void readsTheTableWhileValkeyIsDown() {
    try (Valkey nowhere = new Valkey("127.0.0.1:1", false, clock)) {
      Bans alone = new Bans(table, Optional.of(nowhere), clock);
      assertThat(alone.hit(token("t1"))).isFalse();
      alone.add(Ban.token(token("t1")));
      assertThat(alone.hit(token("t1"))).isTrue();
      assertThat(alone.hit(token("t2"))).isFalse();
    }
  }

  @Test
  @DisplayName("F-3: what is banned is not banned again, and a family's ban covers its tokens")
  void f3_bansNothingTwice() {
    bans.add(Ban.family("linh", "f1", LATER));
    assertThat(bans.refuse(token("t1"))).isTrue();
    AccessToken shorter =
        new AccessToken(
            "t2", "linh", "ROLE_USER", false, Optional.of("f1"), NOW, LATER.minusSeconds(1));
    assertThat(bans.refuse(shorter)).isTrue();
    assertThat(table.live(KEY, NOW)).containsExactly(Ban.family("linh", "f1", LATER));

    AccessToken original =
        new AccessToken("t3", "linh", "ROLE_USER", false, Optional.empty(), NOW, LATER);
    bans.refuse(original);
    assertThat(table.live(KEY, NOW)).hasSize(2);
    assertThat(bans.hit(original)).isTrue();
  }

  @Test
  @DisplayName("F-10: a ban of all that was issued leaves later tokens alone, by table and copy")
  void f10_bansWhatWasIssued() {
    bans.add(Ban.issued("linh", NOW));
    for (String by : List.of("table", "copy")) {
      assertThat(bans.hit(issuedAt(NOW.minusSeconds(60)))).as(by).isTrue();
      assertThat(bans.hit(issuedAt(NOW.plusSeconds(3)))).as(by).isFalse();
    }
    AccessToken original =
        new AccessToken("t3", "linh", "ROLE_USER", false, Optional.empty(), Instant.EPOCH, LATER);
    assertThat(bans.hit(original)).isTrue();
  }

  @Test
  @DisplayName("F-10: it reaches a token that a clock ahead by a second dated after it")
  void f10_allowsForClocks() {
    bans.add(Ban.issued("linh", NOW));
    assertThat(bans.hit(issuedAt(NOW.plusSeconds(1)))).isTrue();
  }

  @Test
  @DisplayName("F-3, F-10: a long list becomes one ban, which keeps who is kept out")
  void f3_f10_boundsTheList() {
    bans.add(Ban.user("linh", LATER.minusSeconds(60)));
    for (int session = 0; session < 3 * Bans.MOST; session++) {
      Optional<String> family = Optional.of("family " + session);
      bans.refuse(new AccessToken("t" + session, "linh", "ROLE_USER", false, family, NOW, LATER));
      assertThat(table.live(KEY, NOW)).hasSizeLessThanOrEqualTo(Bans.MOST + 1);
    }
    assertThat(table.live(KEY, NOW)).extracting(Ban::name).contains("user", "issued");
  }

  @Test
  @DisplayName("F-3: signing out with a token that is banned adds nothing")
  void f3_bansNothingThatIsBanned() {
    bans.add(Ban.issued("linh", NOW));
    bans.refuse(token("t1"));
    assertThat(table.live(KEY, NOW)).extracting(Ban::name).containsExactly("issued");
  }

  @Test
  @DisplayName("F-2: who bans learns when a copy in Valkey may still be used")
  void f2_saysWhetherABanHolds() {
    try (Valkey nowhere = new Valkey("127.0.0.1:1", false, clock)) {
      Bans cut = new Bans(table, Optional.of(nowhere), clock);
      assertThat(cut.add(Ban.family("linh", "f1", LATER))).isFalse();
      assertThat(cut.forget("linh")).isFalse();
    }
    assertThat(bans.hit(token("t1"))).isTrue();
    assertThat(bans.forget("linh")).isTrue();
  }

  @Test
  void worksWithoutValkey() {
    Bans alone = new Bans(table, Optional.empty(), clock);
    alone.add(Ban.token(token("t1")));
    assertThat(alone.hit(token("t1"))).isTrue();
    assertThat(requests.of(GetItemRequest.class)).isEmpty();
  }

  @Test
  void aSlowReaderCannotPutBackWhatItSawBeforeTheBan() {
    BanCache cache = new BanCache(valkey);
    cache.read(KEY, this::readThenBan);
    assertThat(bans.hit(token("t1"))).isTrue();
  }

  @Test
  void aSlowReaderCannotPutItBackAfterTheBanWasReadAndEvicted() {
    BanCache cache = new BanCache(valkey);
    cache.read(
        KEY,
        () -> {
          List<Ban> seen = readThenBan();
          bans.hit(token("t1"));
          STACK.valkey().flushAll();
          return seen;
        });
    assertThat(STACK.valkey().exists(MARKER)).isFalse();
    assertThat(bans.hit(token("t1"))).isTrue();
  }

  @Test
  void aSlowReaderCannotUseTheLeaseOfALaterOne() {
    BanCache cache = new BanCache(valkey);
    cache.read(
        KEY,
        () -> {
          List<Ban> seen = readThenBan();
          STACK.valkey().set(MARKER, "lease of a later reader");
          return seen;
        });
    assertThat(STACK.valkey().get(MARKER)).isEqualTo("lease of a later reader");
    STACK.valkey().del(MARKER);
  }

  @Test
  void readersThatMeetShareALease() {
    BanCache cache = new BanCache(valkey);
    cache.read(KEY, () -> cache.read(KEY, List::of).orElseThrow());
    assertThat(STACK.valkey().get(MARKER)).isEqualTo("none");
  }

  @Test
  void everyKeyGoesByItself() {
    BanCache cache = new BanCache(valkey);
    cache.read(
        KEY,
        () -> {
          assertThat(STACK.valkey().pttl(MARKER)).isBetween(1L, 10_000L);
          return List.of();
        });
    assertThat(STACK.valkey().pttl(MARKER)).isBetween(1L, 60_000L);
  }

  @Test
  void saysWhenItCouldNotForget() {
    try (Valkey nowhere = new Valkey("127.0.0.1:1", false, clock)) {
      assertThat(new BanCache(nowhere).forget(KEY)).isFalse();
    }
    assertThat(new BanCache(valkey).forget(KEY)).isTrue();
  }

  private List<Ban> readThenBan() {
    List<Ban> seen = table.live(KEY, NOW);
    bans.add(Ban.token(token("t1")));
    return seen;
  }

  private static AccessToken issuedAt(Instant issued) {
    return new AccessToken("t1", "linh", "ROLE_USER", false, Optional.of("f1"), issued, LATER);
  }

  private static AccessToken token(String id) {
    return new AccessToken(id, "linh", "ROLE_USER", false, Optional.of("f1"), NOW, LATER);
  }
}
