package app.oegukmin.shared.ban;

import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.token.AccessToken;
import app.oegukmin.shared.valkey.Valkey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Decides which tokens are banned. The table is the source, Valkey holds a copy. Without Valkey
 * every call reads the table.
 */
public final class Bans {

  private final BanTable table;
  private final Optional<BanMarker> marker;
  private final Clock clock;

  /** The bans of a table, copied to Valkey where there is one. */
  public Bans(BanTable table, Optional<Valkey> valkey, Clock clock) {
    this.table = table;
    this.marker = valkey.map(BanMarker::new);
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

  private List<Ban> live(String member) {
    return marker
        .flatMap(copy -> copy.read(member, () -> fromTable(member)))
        .orElseGet(() -> fromTable(member));
  }

  private List<Ban> fromTable(String member) {
    return table.live(member, clock.instant());
  }

  /** Stores a ban; the next call with such a token is refused. */
  public void add(Ban ban) {
    table.put(ban);
    marker.ifPresent(copy -> copy.forget(ban.member()));
  }

  /**
   * Makes the member's next call read the table. When Valkey cannot be reached the table's stream
   * does it again.
   */
  public void forget(String uid) {
    marker.ifPresent(copy -> copy.forget(MemberKey.of(uid)));
  }
}
