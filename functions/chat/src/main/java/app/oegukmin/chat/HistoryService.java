package app.oegukmin.chat;

import app.oegukmin.shared.chat.Message;
import app.oegukmin.shared.chat.MessagePage;
import app.oegukmin.shared.chat.Room;
import java.util.List;
import java.util.Optional;

/**
 * Gives what both members of a room have sent (D-C12). It delivers nothing: what join and poll give
 * does not depend on it.
 */
final class HistoryService {

  private static final int PAGE = 100;

  private final ChatStore store;

  HistoryService(ChatStore store) {
    this.store = store;
  }

  /**
   * The newest messages before an id.
   *
   * @throws ChatRefusal for who is no member of the room
   */
  HistoryView before(String uid, long roomId, long id) {
    Optional<Room> room = store.rooms().find(roomId);
    ChatStore.requireSlot(room, uid);
    MessagePage page = store.messages().before(roomId, id, PAGE);
    List<MessageView> messages =
        page.messages().reversed().stream()
            .map(message -> MessageView.of(message, room.orElseThrow(), uid))
            .toList();
    Optional<Long> next = next(page);
    return new HistoryView(messages, next.orElse(null), next.isPresent());
  }

  // The first message has none before it, and before one that has expired all have.
  private static Optional<Long> next(MessagePage page) {
    return page.messages().stream()
        .skip(Math.max(0, page.messages().size() - 1))
        .filter(oldest -> oldest.previous() != 0)
        .map(Message::id)
        .filter(id -> page.last().getAsLong() == id)
        .findFirst();
  }
}
