package app.oegukmin.shared.ban;

import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.token.AccessToken;
import app.oegukmin.shared.valkey.Valkey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides which tokens are banned. The table is the source, Valkey holds a copy. Without Valkey
 * every call reads the table.
 */
public final class Bans {

  /** Bans of one member; a student signs out less often while tokens live. */
  static final int MOST = 50;

  private final BanTable table;
  private final Optional<BanCache> cache;
  private final Clock clock;

  /** The bans of a table, copied to Valkey where there is one. */
  public Bans(BanTable table, Optional<Valkey> valkey, Clock clock) {
    this.table = table;
    this.cache = valkey.map(BanCache::new);
    this.clock = clock;
  }

  /**
   * Whether a token is banned: one round trip, to Valkey when it is there and has a copy.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException when neither can be read
   */
  public boolean hit(AccessToken token) {
    return live(MemberKey.of(token.member())).stream()
        .anyMatch(ban -> ban.hits(token) && ban.live(clock.instant()));
  }

  /**
   * Whether a ban of all that a member was issued covers what was issued at a time. The table alone
   * is asked, whatever the copy says.
   */
  public boolean covered(String uid, Instant issued) {
    return fromTable(MemberKey.of(uid)).stream().anyMatch(ban -> ban.covers(issued));
  }

  private List<Ban> live(String member) {
    return cache
        .flatMap(copy -> copy.read(member, () -> fromTable(member)))
        .orElseGet(() -> fromTable(member));
  }

  private List<Ban> fromTable(String member) {
    return table.live(member, clock.instant());
  }

  /** Stores a ban; whether the next call with such a token is refused, as {@link #forget} says. */
  public boolean add(Ban ban) {
    table.put(ban);
    return forgotten(ban.member());
  }

  /** Writes a ban as a part of a transaction; {@link #forget} is to be called afterwards. */
  public void add(Ban ban, Transaction transaction) {
    table.put(ban, transaction);
  }

  /**
   * Bans a token with its family, or alone when it has none, unless that is banned already (F-3);
   * as {@link #settle} says.
   */
  public boolean refuse(AccessToken token) {
    if (fromTable(MemberKey.of(token.member())).stream().noneMatch(ban -> covers(ban, token))) {
      table.putLonger(
          token
              .family()
              .map(family -> Ban.family(token.member(), family, token.expiresAt()))
              .orElseGet(() -> Ban.token(token)));
    }
    return settle(token.member());
  }

  private static boolean covers(Ban ban, AccessToken token) {
    return ban.hits(token) && !ban.until().isBefore(token.expiresAt());
  }

  /**
   * Ends what adds bans: when the member's list has grown long, one ban of all that was issued
   * replaces it (F-10), which signs the member out on every device. Then as {@link #forget} says.
   */
  public boolean settle(String uid) {
    List<Ban> live = fromTable(MemberKey.of(uid));
    if (live.size() > MOST) {
      table.putInstead(Ban.issued(uid, clock.instant()), live);
    }
    return forget(uid);
  }

  /**
   * Makes the member's next call read the table; false when Valkey cannot be reached. Then its copy
   * may be used for a minute more, unless the table's stream removes it before (F-2).
   */
  public boolean forget(String uid) {
    return forgotten(MemberKey.of(uid));
  }

  private boolean forgotten(String member) {
    return cache.map(copy -> copy.forget(member)).orElse(true);
  }
}
