package app.oegukmin.chat;

import static java.util.stream.Collectors.toMap;

import app.oegukmin.chat.ChatRefusal.Reason;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * What the app's list knows of its rooms.
 *
 * @param list may be empty: then there is nothing to come (D-C9)
 */
record ListPollRequest(List<Known> list) {

  // Far more rooms than anybody has; the response stays below what Lambda takes.
  private static final int MOST = 200;

  /** The newest id that the app knows of a room; 0 when it names none. */
  record Known(long id, @JsonProperty("message_id") long message) {}

  /**
   * The newest known id by room; of a room that is named twice the lower one counts.
   *
   * @throws ChatRefusal without a list
   */
  Map<Long, Long> known() {
    if (list == null || list.contains(null)) {
      throw new ChatRefusal(Reason.INVALID);
    }
    return list.stream().limit(MOST).collect(toMap(Known::id, Known::message, Math::min));
  }
}
