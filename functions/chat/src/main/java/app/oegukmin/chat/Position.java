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
 * @param next what came right after a look that had found nothing new, empty when it was not read
 */
record Position(
    Room room,
    int slot,
    Cursor cursor,
    long start,
    long arrived,
    Instant seenUntil,
    Optional<Message> next) {

  /**
   * The position of a request that names an id. The own messages move the app's id, too, but say
   * nothing about what has arrived: then all is given again that the app has not named (D-C13). An
   * id above what was given has come from a list.
   *
   * @param named the message with that id, empty when there is none
   */
  static Position of(
      Room room,
      int slot,
      Cursor cursor,
      long id,
      Optional<Message> named,
      Instant seenUntil,
      Optional<Message> next) {
    boolean own = named.filter(message -> message.sender() == slot).isPresent();
    boolean given = !own && id <= cursor.handed();
    long start = own ? cursor.named() : Math.min(id, cursor.handed());
    long arrived = named.filter(message -> given).map(Message::id).orElse(0L);
    return new Position(room, slot, cursor, start, arrived, seenUntil, next);
  }

  /** Whether the partner has sent something after the start. */
  boolean hasNew() {
    return room.lastOfPartner(slot) > start;
  }

  /** What is new, when it is one message and was read along. */
  Optional<Message> onlyNew() {
    return next.filter(message -> message.id() == room.lastOfPartner(slot));
  }
}
