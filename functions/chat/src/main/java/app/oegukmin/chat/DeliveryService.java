package app.oegukmin.chat;

import app.oegukmin.chat.ChatRefusal.Reason;
import app.oegukmin.shared.chat.Cursor;
import app.oegukmin.shared.chat.Message;
import app.oegukmin.shared.chat.MessagePage;
import app.oegukmin.shared.chat.Room;
import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.shared.retry.Retries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Gives members what others have sent to a room, the oldest first (D-C4), and keeps what was given
 * and what has arrived, so that nothing is lost (D-C13).
 */
public final class DeliveryService {

  /** How many messages a response has at most. */
  public static final int PAGE = 100;

  // Own messages lie between those of the partner.
  private static final int QUERY = 2 * PAGE;

  private static final long RETRY_AFTER_SECONDS = 1;

  private final ChatStore store;
  private final Backoff backoff;

  /** Delivers, and pauses by sleeping where two of a member's clients meet. */
  public DeliveryService(ChatStore store) {
    this.store = store;
    this.backoff = Backoff.sleeping(Duration.ofMillis(5), Duration.ofMillis(100));
  }

  /**
   * Where a member stands in a room.
   *
   * @param id the one that the app names
   * @throws ChatRefusal for who is no member of the room
   */
  Position position(String uid, long room, long id) {
    return position(uid, room, id, Optional.empty());
  }

  /**
   * The same after a look that found nothing new.
   *
   * @param next the id of the room's next message, as it was then: that message comes along
   */
  Position position(String uid, long room, long id, Optional<Long> next) {
    BatchRead batch = store.batch();
    store.rooms().ask(batch, List.of(room));
    store.cursors().ask(batch, uid, List.of(room));
    Stream.concat(Stream.of(id), next.stream())
        .distinct()
        .forEach(message -> store.messages().ask(batch, room, message));
    BatchRead.Found found = batch.read();
    Optional<Room> stored = store.rooms().in(found).stream().findFirst();
    int slot = ChatStore.requireSlot(stored, uid);
    Cursor cursor = store.cursors().in(found).stream().findFirst().orElseThrow(this::unknown);
    List<Message> messages = store.messages().in(found);
    return Position.of(
        stored.orElseThrow(),
        slot,
        cursor,
        id,
        find(messages, id),
        store.cursors().seenIn(found),
        next.flatMap(message -> find(messages, message)));
  }

  private static Optional<Message> find(List<Message> messages, long id) {
    return messages.stream().filter(message -> message.id() == id).findFirst();
  }

  // Between the two deletes of a member's removal.
  private ChatRefusal unknown() {
    return new ChatRefusal(Reason.ROOM_NOT_FOUND);
  }

  /**
   * The oldest messages of the partner after a position, at most {@link #PAGE}. Before it returns
   * them they are stored as given.
   */
  List<MessageView> give(Position position) {
    List<Message> messages = position.hasNew() ? read(position) : List.of();
    long last = messages.isEmpty() ? 0 : messages.getLast().id();
    move(position.cursor(), last, position.arrived());
    String sender = position.room().partner(position.slot()).publicId();
    return messages.stream().map(message -> MessageView.of(message, sender)).toList();
  }

  private List<Message> read(Position position) {
    if (position.onlyNew().isPresent()) {
      return position.onlyNew().stream().toList();
    }
    Room room = position.room();
    // Of what is written while a query runs, it may show the later and not the earlier.
    long newest = room.lastOfPartner(position.slot());
    List<Message> found = new ArrayList<>();
    OptionalLong from = OptionalLong.of(position.start());
    while (from.isPresent() && found.size() < PAGE && from.getAsLong() < newest) {
      MessagePage page = store.messages().after(room.id(), from.getAsLong(), QUERY);
      page.messages().stream()
          .filter(message -> message.sender() != position.slot() && message.id() <= newest)
          .limit(PAGE - found.size())
          .forEach(found::add);
      from = page.last();
    }
    return found;
  }

  /**
   * Stores that a message, and all before it, has arrived at a member.
   *
   * @throws ChatRefusal for who is no member of the room
   */
  public void acknowledge(String uid, long room, long id) {
    Position position = position(uid, room, id);
    long arrived = Math.min(id, position.room().lastId());
    move(position.cursor(), arrived, arrived);
  }

  private void move(Cursor read, long given, long arrived) {
    Retries retries = backoff.within(ChatStore.PATIENCE, store.clock());
    Cursor from = read;
    Cursor to = from.moved(given, arrived);
    while (!to.equals(from) && !store.cursors().move(from, to)) {
      if (!retries.pause()) {
        throw new ApiException(ErrorCode.UNAVAILABLE, RETRY_AFTER_SECONDS);
      }
      from = store.cursors().find(read).orElseThrow(this::unknown);
      to = from.moved(given, arrived);
    }
  }
}
