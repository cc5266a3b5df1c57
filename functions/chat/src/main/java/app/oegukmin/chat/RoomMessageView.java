package app.oegukmin.chat;

import app.oegukmin.shared.chat.ChatTime;
import app.oegukmin.shared.chat.Message;
import app.oegukmin.shared.chat.Seat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/** The newest message of a room as the app's list reads it (contract §6.9). */
record RoomMessageView(
    long id,
    @JsonProperty("chat_room_id") long room,
    String content,
    @JsonProperty("user_id") String userId,
    @JsonProperty("user_name") String userName,
    String timestamp) {

  static RoomMessageView of(Message message, Seat partner, Map<String, String> names) {
    return new RoomMessageView(
        message.id(),
        message.room(),
        message.content(),
        partner.publicId(),
        RoomListService.name(partner, names),
        ChatTime.of(message.date()));
  }

  /** Shows nothing of the text. */
  @Override
  public String toString() {
    return "RoomMessageView[" + id + "]";
  }
}
