package app.oegukmin.chat;

import app.oegukmin.shared.chat.ChatTime;
import app.oegukmin.shared.chat.Message;
import app.oegukmin.shared.chat.Room;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A message as clients read it (contract §6.9).
 *
 * @param userId the reader's own uid in own messages, the partner's public id in the others
 */
public record MessageView(
    long id, String content, @JsonProperty("user_id") String userId, String timestamp) {

  /** A message of a room, for one of its members. */
  public static MessageView of(Message message, Room room, String reader) {
    boolean own = room.slotOf(reader).orElseThrow() == message.sender();
    return of(message, own ? reader : room.seat(message.sender()).publicId());
  }

  static MessageView of(Message message, String userId) {
    return new MessageView(message.id(), message.content(), userId, ChatTime.of(message.date()));
  }

  /** Shows nothing of the text. */
  @Override
  public String toString() {
    return "MessageView[" + id + "]";
  }
}
