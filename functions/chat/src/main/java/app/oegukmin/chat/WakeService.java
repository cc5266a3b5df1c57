package app.oegukmin.chat;

import app.oegukmin.shared.chat.Seat;
import app.oegukmin.shared.chat.Wakes;
import java.util.List;
import java.util.Optional;

/**
 * Wakes who waits for a room. What Valkey misses is made good by the indexer, which reads the
 * stream of the messages.
 */
public final class WakeService {

  private final Optional<Wakes> wakes;

  /** Wakes by Valkey's streams; nobody without. */
  public WakeService(Optional<Wakes> wakes) {
    this.wakes = wakes;
  }

  /** Wakes a member, because a room has something new. */
  public void wake(Seat seat, long room) {
    wakes.ifPresent(streams -> streams.wake(List.of(new Wakes.Call(seat.key(), room))));
  }
}
