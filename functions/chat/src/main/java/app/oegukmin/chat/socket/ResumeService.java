package app.oegukmin.chat.socket;

import app.oegukmin.chat.ChatRefusal;
import app.oegukmin.chat.ChatStore;
import app.oegukmin.shared.chat.Message;
import app.oegukmin.shared.chat.MessageFrame.Body;
import app.oegukmin.shared.chat.MessagePage;
import app.oegukmin.shared.chat.Room;
import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives what a client has missed of a room, of both members, the oldest first. */
final class ResumeService {

  /** How many messages a response has at most. */
  static final int MESSAGES = 100;

  // In bytes: a frame takes 128 KB with all around the messages (aws §7).
  private static final int SIZE = 100 * 1024;

  private final ChatStore store;

  ResumeService(ChatStore store) {
    this.store = store;
  }

  /**
   * What was missed.
   *
   * @param more whether there is more after the last of them
   */
  record ResumedView(List<Body> messages, boolean more) {}

  /**
   * The messages after an id, at least one where there is one.
   *
   * @throws ChatRefusal for who is no member of the room
   */
  ResumedView after(String uid, long roomId, long id) {
    Optional<Room> room = store.rooms().find(roomId);
    ChatStore.requireSlot(room, uid);
    MessagePage page = page(roomId, id);
    List<Body> given = new ArrayList<>();
    int size = 0;
    for (Message message : page.messages()) {
      Body body = Body.of(message, room.orElseThrow(), uid);
      size += length(body);
      if (size > SIZE) {
        return new ResumedView(given, true);
      }
      given.add(body);
    }
    return new ResumedView(given, page.last().orElse(Long.MAX_VALUE) < room.get().lastId());
  }

  // A page may hold nothing but what has expired; a client could name no message to go on from.
  private MessagePage page(long roomId, long id) {
    MessagePage page = store.messages().after(roomId, id, MESSAGES);
    while (page.messages().isEmpty() && page.last().isPresent()) {
      page = store.messages().after(roomId, page.last().getAsLong(), MESSAGES);
    }
    return page;
  }

  private static int length(Body body) {
    try {
      return Json.MAPPER.writeValueAsString(body).getBytes(StandardCharsets.UTF_8).length + 1;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A message cannot be written", e);
    }
  }
}
