package app.oegukmin.chat;

import app.oegukmin.chat.ChatRefusal.Reason;

/** Ids in paths. What is no number names nothing (D-C11). */
final class ChatId {

  private ChatId() {}

  /**
   * The id of a room.
   *
   * @throws ChatRefusal when it is no positive number: there is no such room
   */
  static long room(String text) {
    long id = number(text, Reason.ROOM_NOT_FOUND);
    if (id == 0) {
      throw new ChatRefusal(Reason.ROOM_NOT_FOUND);
    }
    return id;
  }

  /**
   * The id of a message, 0 for none.
   *
   * @throws ChatRefusal when it is no number
   */
  static long message(String text) {
    return number(text, Reason.INVALID);
  }

  /**
   * The id that a page of history ends before; null, empty and 0 are the end of the room.
   *
   * @throws ChatRefusal when it is no number
   */
  static long before(String text) {
    long id = text == null || text.isEmpty() ? 0 : message(text);
    return id == 0 ? Long.MAX_VALUE : id;
  }

  private static long number(String text, Reason reason) {
    try {
      long number = Long.parseLong(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below, like a negative number.
    }
    throw new ChatRefusal(reason);
  }
}
