package app.oegukmin.chat.wait;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.resps.StreamEntry;

/** Reads what comes after an entry of a member's stream, and waits for it. */
@FunctionalInterface
interface WakeRead {

  /**
   * The next entries.
   *
   * @param member the {@link app.oegukmin.shared.member.MemberKey}
   * @param last the id of the entry before
   * @param time how long to wait for one at most
   * @return none when the time is over; empty when Valkey cannot be reached
   */
  Optional<List<StreamEntry>> next(String member, String last, Duration time);
}
