package app.oegukmin.chat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A room as the app reads it: nothing is null (contract §6.9).
 *
 * @param lastMessageId from where on the app is to read: what it has itself named as received
 * @param previewId the newest message; both are 0 without messages, which the app then hides
 * @param newest for the order alone
 */
record RoomView(
    @JsonProperty("chat_room_id") long id,
    @JsonProperty("user_id") String userId,
    @JsonProperty("user_name") String userName,
    @JsonProperty("last_message_id") long lastMessageId,
    @JsonProperty("last_message_preview_id") long previewId,
    @JsonProperty("chat_room_message") String message,
    @JsonProperty("chat_room_date") String date,
    @JsonIgnore Instant newest) {

  /** Shows nothing of the message. */
  @Override
  public String toString() {
    return "RoomView[" + id + "]";
  }
}
