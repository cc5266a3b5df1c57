package app.oegukmin.shared.work;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * Tell a member of a chat message that no connection has taken.
 *
 * @param member the Firebase uid
 * @param message its id within the room
 */
@JsonTypeName("push")
public record SendPush(String member, long room, long message) implements PushWork {

  /**
   * Checks that nothing is missing.
   *
   * @throws IllegalArgumentException when the member is empty
   */
  public SendPush {
    if (member.isEmpty()) {
      throw new IllegalArgumentException("A push lacks its member");
    }
  }

  /** {@code <room>-<message>}. */
  @Override
  public String key() {
    return room + "-" + message;
  }

  /** Shows no personal data. */
  @Override
  public String toString() {
    return "SendPush[" + key() + "]";
  }
}
