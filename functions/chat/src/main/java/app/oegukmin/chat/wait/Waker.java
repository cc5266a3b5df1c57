package app.oegukmin.chat.wait;

import app.oegukmin.shared.chat.Wakes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import redis.clients.jedis.resps.StreamEntry;

/** Waits for an entry of a member's stream that concerns somebody. */
final class Waker {

  private final Wakes wakes;
  private final WakeRead read;
  private final InstantSource clock;

  Waker(Wakes wakes, WakeRead read, InstantSource clock) {
    this.wakes = wakes;
    this.read = read;
    this.clock = clock;
  }

  /** Why a wait has ended. */
  enum Cause {
    /** There is something to look at. */
    WOKEN,
    /** The time is over, and nothing came. */
    TIME_OVER,
    /** Valkey is gone: nobody knows. */
    LOST
  }

  /**
   * The end of a wait.
   *
   * @param last the last entry that was read
   */
  record Woken(Cause cause, String last) {}

  /** The last entry of a member's stream, to be taken before the store is read. */
  Optional<String> mark(String member) {
    return wakes.last(member);
  }

  /**
   * Waits for the next entry that concerns the caller.
   *
   * @param mark the entry before
   * @param concerns whether a room does
   */
  Woken await(String member, String mark, LongPredicate concerns, Instant end) {
    String last = mark;
    while (true) {
      Duration left = Duration.between(clock.instant(), end);
      if (!left.isPositive()) {
        return new Woken(Cause.TIME_OVER, last);
      }
      Optional<List<StreamEntry>> entries = read.next(member, last, left);
      if (entries.isEmpty()) {
        return new Woken(Cause.LOST, last);
      }
      if (!entries.get().isEmpty()) {
        last = entries.get().getLast().getID().toString();
        if (concern(entries.get(), concerns)) {
          return new Woken(Cause.WOKEN, last);
        }
      }
    }
  }

  // Of so many some may have been dropped before they were read.
  private static boolean concern(List<StreamEntry> entries, LongPredicate concerns) {
    return entries.size() >= Wakes.KEPT
        || Wakes.rooms(entries).mapToLong(Long::longValue).anyMatch(concerns);
  }
}
