package app.oegukmin.fanout;

import app.oegukmin.shared.chat.Message;
import app.oegukmin.shared.chat.MessageFrame;
import app.oegukmin.shared.chat.Room;
import app.oegukmin.shared.chat.Seat;
import app.oegukmin.shared.connection.Connection;
import app.oegukmin.shared.work.PushWork;
import app.oegukmin.shared.work.SendPush;
import app.oegukmin.shared.work.WorkQueue;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Writes messages to connections. A message that comes again is written again: clients know it by
 * its id.
 */
final class FanOutService {

  private final Optional<ConnectionApi> api;
  private final WorkQueue<PushWork> pushes;
  private final InstantSource clock;

  /**
   * Over API Gateway.
   *
   * @param api empty where there is no WebSocket API; then all is pushed
   */
  FanOutService(Optional<ConnectionApi> api, WorkQueue<PushWork> pushes, InstantSource clock) {
    this.api = api;
    this.pushes = pushes;
    this.clock = clock;
  }

  /**
   * Writes a message to every connection of both members: first to those of the partner, who waits
   * for it, then to the sender's devices. What no connection of the partner has taken is to be
   * pushed.
   *
   * @throws SdkException when a connection did not take it though it is there; the others have it
   */
  void deliver(Message message, Audience audience) {
    Optional<Room> room = audience.room(message.room());
    if (room.isEmpty()) {
      return;
    }
    Failures failures = new Failures();
    IntStream.of(1 - message.sender(), message.sender())
        .filter(slot -> !room.get().seat(slot).left())
        .forEach(slot -> deliver(message, room.get(), slot, audience, failures));
    failures.rethrow();
  }

  private void deliver(Message message, Room room, int slot, Audience audience, Failures failures) {
    Seat seat = room.seat(slot);
    String frame = MessageFrame.of(message, room, seat.uid()).json();
    boolean taken = false;
    for (Connection connection : audience.of(seat.key())) {
      taken |= failures.count(() -> post(connection, frame, audience));
    }
    if (!taken && slot != message.sender()) {
      pushes.send(new SendPush(seat.uid(), message.room(), message.id()));
    }
  }

  private boolean post(Connection connection, String frame, Audience audience) {
    if (!connection.admitted(clock.instant())) {
      end(connection, audience);
      return false;
    }
    boolean taken = api.filter(it -> it.post(connection.id(), frame)).isPresent();
    if (!taken) {
      audience.remove(connection);
    }
    return taken;
  }

  /** Closes the connections of a member that a ban covers, by the name of the ban. */
  void close(String member, String ban, Audience audience) {
    audience.of(member).stream()
        .filter(connection -> connection.coveredBy(ban))
        .forEach(connection -> end(connection, audience));
  }

  private void end(Connection connection, Audience audience) {
    api.ifPresent(it -> it.close(connection.id()));
    audience.remove(connection);
  }
}
