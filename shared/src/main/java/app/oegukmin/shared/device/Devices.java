package app.oegukmin.shared.device;

import app.oegukmin.shared.ban.Ban;
import app.oegukmin.shared.ban.BanTable;
import java.time.InstantSource;
import java.util.List;

/**
 * Decides which phones are still their owner's: a phone goes with the sign-in that registered it.
 */
public final class Devices {

  private final DeviceTable table;
  private final BanTable bans;
  private final InstantSource clock;

  /** The phones of a table under the bans of another. */
  public Devices(DeviceTable table, BanTable bans, InstantSource clock) {
    this.table = table;
    this.bans = bans;
    this.clock = clock;
  }

  /**
   * A member's phones that no ban covers; the others are removed. A logout bans the sign-in, an
   * administrator or the end of an account all of them.
   *
   * @param member the {@link app.oegukmin.shared.member.MemberKey}
   */
  public List<Device> admitted(String member) {
    List<Device> all = table.of(member);
    if (all.isEmpty()) {
      return all;
    }
    List<Ban> live = bans.live(member, clock.instant());
    List<Device> covered = all.stream().filter(device -> covered(device, live)).toList();
    covered.forEach(table::remove);
    return all.stream().filter(device -> !covered.contains(device)).toList();
  }

  private static boolean covered(Device device, List<Ban> bans) {
    return bans.stream().anyMatch(device::coveredBy);
  }
}
