package app.oegukmin.chat;

import app.oegukmin.shared.chat.Cursor;
import app.oegukmin.shared.chat.Message;
import app.oegukmin.shared.chat.Room;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a member stands in a room, by one round trip.
 *
 * @param slot the member's
 * @param start only messages above this id are given
 * @param arrived the highest of the partner's messages that the app has named, 0 when it names none
 *     now
 * @param seenUntil until when the member counts as looking
 */
record Position(Room room, int slot, Cursor cursor, long start, long arrived, Instant seenUntil) {

  /**
   * The position of a request that names an id. The own messages move the app's id, too, but say
   * nothing about what has arrived: then all is given again that the app has not named (D-C13). An
   * id above what was given has come from a list.
   *
   * @param named the message with that id, empty when there is none
   */
  static Position of(
      Room room, int slot, Cursor cursor, long id, Optional<Message> named, Instant seenUntil) {
    boolean own = named.filter(message -> message.sender() == slot).isPresent();
    if (own) {
      return new Position(room, slot, cursor, cursor.named(), 0, seenUntil);
    }
    if (id > cursor.handed()) {
      return new Position(room, slot, cursor, cursor.handed(), 0, seenUntil);
    }
    return new Position(room, slot, cursor, id, named.map(Message::id).orElse(0L), seenUntil);
  }

  /** Whether the partner has sent something after the start. */
  boolean hasNew() {
    return room.lastOfPartner(slot) > start;
  }
}
