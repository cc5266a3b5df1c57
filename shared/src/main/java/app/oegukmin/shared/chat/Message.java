package app.oegukmin.shared.chat;

import java.time.Instant;

/**
 * A message of a room.
 *
 * @param id ascends within its room
 * @param sender the slot of who sent it
 * @param previous the id of the message before it, 0 for the first: a client knows by it whether it
 *     has missed one, whatever gaps the ids have
 */
public record Message(long room, long id, int sender, String content, Instant date, long previous) {

  /** Shows nothing of the text. */
  @Override
  public String toString() {
    return "Message[%d-%d]".formatted(room, id);
  }
}
