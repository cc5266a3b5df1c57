package app.oegukmin.shared.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A conversation of two members. Each has a slot, 0 or 1, which messages name instead of the
 * member.
 *
 * @param id unique among all rooms, below 2^53
 * @param seats who has slot 0 and who has slot 1
 * @param lastId the id of the newest message, 0 without one
 * @param lastIds the id of the newest message of each slot, 0 without one
 * @param newest empty without messages
 */
public record Room(
    long id,
    List<Seat> seats,
    Instant createdDate,
    long lastId,
    List<Long> lastIds,
    Optional<Newest> newest) {

  /** A room without messages. */
  public static Room of(long id, Seat first, Seat second, Instant now) {
    return new Room(id, List.of(first, second), now, 0, List.of(0L, 0L), Optional.empty());
  }

  /** The slot of a member, empty for everybody else. */
  public OptionalInt slotOf(String uid) {
    return IntStream.range(0, seats.size())
        .filter(slot -> !seats.get(slot).left() && seats.get(slot).uid().equals(uid))
        .findFirst();
  }

  /** Who has a slot. */
  public Seat seat(int slot) {
    return seats.get(slot);
  }

  /** Who has the other slot. */
  public Seat partner(int slot) {
    return seats.get(1 - slot);
  }

  /** The id of the newest message that the other slot has sent, 0 without one. */
  public long lastOfPartner(int slot) {
    return lastIds.get(1 - slot);
  }

  /** The id of the next message: 2 at first, because clients hide a room whose newest has 0. */
  public long nextId() {
    return Math.max(lastId, 1) + 1;
  }
}
