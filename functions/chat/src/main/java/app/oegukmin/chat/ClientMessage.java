package app.oegukmin.chat;

import app.oegukmin.shared.chat.Newest;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.post.PostText;
import java.util.Optional;

/**
 * What a client sends.
 *
 * @param content 1 to 5,000 characters
 * @param clientId the client's own id of the message, by which it is one for a day
 */
public record ClientMessage(String content, Optional<String> clientId) {

  private static final int LONGEST_ID = 64;

  /**
   * The message of a request; both come as anything that JSON has.
   *
   * @throws ChatRefusal when one is not allowed (D-C8)
   */
  public static ClientMessage of(Object content, Object clientId) {
    return new ClientMessage(text(content), Optional.ofNullable(clientId).map(ClientMessage::id));
  }

  private static String text(Object content) {
    try {
      return PostText.MESSAGE.of("content", content instanceof String text ? text : null);
    } catch (ApiException refused) {
      throw new ChatRefusal(ChatRefusal.Reason.NOT_SENT);
    }
  }

  private static String id(Object clientId) {
    if (clientId instanceof String id && !id.isEmpty() && id.length() <= LONGEST_ID) {
      return id;
    }
    throw new ChatRefusal(ChatRefusal.Reason.INVALID);
  }

  /** Whether the newest message of a room has the same text. */
  boolean repeats(Newest newest) {
    return newest.hash().equals(Newest.hash(content));
  }

  /** Shows nothing of the text. */
  @Override
  public String toString() {
    return "ClientMessage";
  }
}
