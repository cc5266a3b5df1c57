package app.oegukmin.chat.wait;

import app.oegukmin.chat.wait.Waker.Cause;
import app.oegukmin.chat.wait.Waker.Woken;
import app.oegukmin.shared.chat.Wakes;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.valkey.Valkey;
import app.oegukmin.shared.valkey.WaitingValkey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/**
 * Looks into the store, and where there is nothing, waits until somebody wakes it and looks again.
 * While it waits it reads no store (D-C2). Nothing falls in between: the place in the stream is
 * taken before the first look.
 */
public final class WaitService {

  // Who chats responds within that time, as a rule.
  private static final Duration QUIET = Duration.ofMinutes(10);

  // A lease outlasts the wait by what the looks before and after it take.
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Optional<Waiting> waiting;
  private final Duration longest;
  private final InstantSource clock;

  /** What it needs to wait. */
  record Waiting(Waker waker, WaiterLeases leases) {}

  /** A service as the environment says: how many wait at once, for how long and in which way. */
  public static WaitService of(Environment environment, Optional<Valkey> valkey, Clock clock) {
    Duration longest = Duration.ofSeconds(Long.parseLong(environment.require("CHAT_WAIT_SECONDS")));
    return new WaitService(
        valkey.map(server -> waiting(environment, server, longest, clock)), longest, clock);
  }

  private static Waiting waiting(
      Environment environment, Valkey valkey, Duration longest, Clock clock) {
    int most = Integer.parseInt(environment.require("CHAT_WAITERS"));
    WakeRead read =
        environment.require("CHAT_WAKE").equals("poll")
            ? new RepeatedRead(valkey, Thread::sleep)
            : new BlockingRead(WaitingValkey.of(environment, longest).orElseThrow());
    return new Waiting(
        new Waker(new Wakes(valkey), read, clock),
        new WaiterLeases(valkey, most, longest.plus(GRACE), clock, new SecureRandom()));
  }

  /**
   * A service.
   *
   * @param waiting empty without Valkey: then nobody waits
   * @param longest how long somebody waits
   */
  WaitService(Optional<Waiting> waiting, Duration longest, InstantSource clock) {
    this.waiting = waiting.filter(it -> longest.isPositive());
    this.longest = longest;
    this.clock = clock;
  }

  /**
   * What a look into the store has found.
   *
   * @param active when somebody has last done something there
   */
  public record Look<T>(List<T> found, Instant active) {}

  /**
   * What is there, or comes while the caller waits.
   *
   * @param concerns whether a look is worth while when a room has something new
   * @param store looks
   * @return empty when nothing came
   */
  public <T> List<T> await(String uid, LongPredicate concerns, Supplier<Look<T>> store) {
    String member = MemberKey.of(uid);
    Optional<String> mark = waiting.flatMap(it -> it.waker().mark(member));
    Look<T> look = store.get();
    if (!look.found().isEmpty() || mark.isEmpty() || quiet(look.active())) {
      return look.found();
    }
    WaiterLeases leases = waiting.orElseThrow().leases();
    Optional<String> lease = leases.enter();
    if (lease.isEmpty()) {
      return look.found();
    }
    try {
      return await(member, mark.get(), concerns, store);
    } finally {
      leases.leave(lease.get());
    }
  }

  private boolean quiet(Instant active) {
    return active.plus(QUIET).isBefore(clock.instant());
  }

  private <T> List<T> await(
      String member, String mark, LongPredicate concerns, Supplier<Look<T>> store) {
    Instant end = clock.instant().plus(longest);
    String last = mark;
    while (true) {
      Woken woken = waiting.orElseThrow().waker().await(member, last, concerns, end);
      if (woken.cause() == Cause.TIME_OVER) {
        return List.of();
      }
      Look<T> look = store.get();
      if (!look.found().isEmpty() || woken.cause() == Cause.LOST) {
        return look.found();
      }
      last = woken.last();
    }
  }
}
