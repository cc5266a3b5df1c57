package app.oegukmin.shared.chat;

import app.oegukmin.shared.digest.Digests;
import java.time.Instant;
import java.util.Base64;

/**
 * What a room keeps of its newest message.
 *
 * @param sender the slot of who sent it
 * @param hash tells whether the same was sent again
 * @param preview its first 200 characters
 */
public record Newest(Instant date, int sender, String hash, String preview) {

  private static final int PREVIEW = 200;

  static Newest of(Message message) {
    return new Newest(
        message.date(), message.sender(), hash(message.content()), preview(message.content()));
  }

  /** The hash of a text. */
  public static String hash(String content) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.sha256(content));
  }

  private static String preview(String content) {
    int points = content.codePointCount(0, content.length());
    return content.substring(0, content.offsetByCodePoints(0, Math.min(points, PREVIEW)));
  }

  /** Shows nothing of the message. */
  @Override
  public String toString() {
    return "Newest[" + date + "]";
  }
}
