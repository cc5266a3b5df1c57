package app.oegukmin.shared.chat;

import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;

/**
 * A new message as WebSocket clients get it (docs/socket.md).
 *
 * <pre>{@code
 * {"type": "message", "room": 5, "message":
 *  {"id": 42, "previous": 41, "content": "…", "user_id": "…", "timestamp": "2026-11-22 10:02"}}
 * }</pre>
 */
public record MessageFrame(String type, long room, Body message) {

  /**
   * The message itself.
   *
   * @param previous the id of the one before it: a client that has not got that one has missed it
   * @param userId the reader's own uid in own messages, the partner's public id in the others
   */
  public record Body(
      long id,
      long previous,
      String content,
      @JsonProperty("user_id") String userId,
      String timestamp) {

    /** A message as one member of its room reads it. */
    public static Body of(Message message, Room room, String reader) {
      boolean own = room.slotOf(reader).orElse(-1) == message.sender();
      return new Body(
          message.id(),
          message.previous(),
          message.content(),
          own ? reader : room.seat(message.sender()).publicId(),
          ChatTime.of(message.date()));
    }

    /** Shows nothing of the text. */
    @Override
    public String toString() {
      return "Body[" + id + "]";
    }
  }

  /** The frame for one member of the room. */
  public static MessageFrame of(Message message, Room room, String reader) {
    return new MessageFrame("message", message.room(), Body.of(message, room, reader));
  }

  /** As it is sent. */
  public String json() {
    try {
      return Json.MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A frame cannot be written", e);
    }
  }
}
