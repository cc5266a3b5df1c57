package app.oegukmin.chat;

import app.oegukmin.chat.ChatRefusal.Reason;
import app.oegukmin.shared.block.BlockTable;
import app.oegukmin.shared.chat.Message;
import app.oegukmin.shared.chat.Newest;
import app.oegukmin.shared.chat.Room;
import app.oegukmin.shared.chat.SentTable;
import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.dynamo.BusyException;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.shared.retry.Retries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Stores messages, each with the next id of its room, by one read and one transaction, and wakes
 * who waits for them. Of two who send at once one reads again.
 */
public final class SendService {

  // The same text by the same sender with nothing between: a client that sends again.
  private static final Duration REPEATED = Duration.ofSeconds(2);

  // The first action of the transaction; the others fail when somebody else has written.
  private static final int BLOCKED = 0;
  private static final int CONFLICT = 1;

  private static final long RETRY_AFTER_SECONDS = 1;

  private final ChatStore store;
  private final SentTable sent;
  private final BlockTable blocks;
  private final Duration retention;
  private final WakeService wakes;
  private final Backoff backoff;

  /**
   * Sends, and pauses by sleeping where two meet.
   *
   * @param retention how long a message is kept
   */
  SendService(
      ChatStore store, SentTable sent, BlockTable blocks, Duration retention, WakeService wakes) {
    this.store = store;
    this.sent = sent;
    this.blocks = blocks;
    this.retention = retention;
    this.wakes = wakes;
    this.backoff = Backoff.sleeping(Duration.ofMillis(10), Duration.ofMillis(200));
  }

  /** Sends by the tables and the retention that the environment names. */
  public static SendService of(Environment environment, ChatStore store, WakeService wakes) {
    return new SendService(
        store,
        new SentTable(store.client(), environment.require("SENT_TABLE"), store.clock()),
        new BlockTable(store.client(), environment.require("BLOCK_TABLE")),
        Duration.ofDays(Long.parseLong(environment.require("CHAT_RETENTION_DAYS"))),
        wakes);
  }

  private record Found(Optional<Room> room, Optional<Long> sent) {}

  /**
   * Stores a message; what the client has sent already is the one that is stored.
   *
   * @throws ChatRefusal for who is no member of the room, and when the partner has left or blocks
   *     the sender
   * @throws ApiException 503 when others write to the room all the time
   */
  public Message send(String uid, long roomId, ClientMessage message) {
    Optional<String> key = message.clientId().map(id -> SentTable.key(uid, roomId, id));
    Retries retries = backoff.within(ChatStore.PATIENCE, store.clock());
    do {
      Found found = read(roomId, key);
      int slot = ChatStore.requireSlot(found.room(), uid);
      Room room = found.room().orElseThrow();
      Optional<Message> earlier = earlier(room, slot, message, found.sent());
      if (earlier.isPresent()) {
        return earlier.get();
      }
      Message next = next(room, slot, message);
      if (write(uid, room, next, key)) {
        wakes.wake(room.partner(slot), roomId);
        return next;
      }
    } while (retries.pause());
    throw new ApiException(ErrorCode.UNAVAILABLE, RETRY_AFTER_SECONDS);
  }

  private Found read(long roomId, Optional<String> key) {
    BatchRead batch = store.batch();
    store.rooms().ask(batch, List.of(roomId));
    key.ifPresent(id -> sent.ask(batch, id));
    BatchRead.Found found = batch.read();
    return new Found(
        store.rooms().in(found).stream().findFirst(), key.flatMap(id -> sent.in(found)));
  }

  private Optional<Message> earlier(
      Room room, int slot, ClientMessage message, Optional<Long> known) {
    if (message.clientId().isPresent()) {
      return known.flatMap(id -> store.messages().find(room.id(), id));
    }
    return room.newest()
        .filter(newest -> newest.sender() == slot && message.repeats(newest))
        .filter(newest -> store.clock().instant().isBefore(newest.date().plus(REPEATED)))
        .flatMap(newest -> store.messages().find(room.id(), room.lastId()));
  }

  private Message next(Room room, int slot, ClientMessage message) {
    if (room.partner(slot).left()) {
      throw new ChatRefusal(Reason.NOT_SENT);
    }
    Instant now = store.clock().instant();
    // Clocks of several machines differ a little; within a room time never goes back.
    Instant date = room.newest().map(Newest::date).filter(now::isBefore).orElse(now);
    return new Message(room.id(), room.nextId(), slot, message.content(), date, room.lastId());
  }

  private boolean write(String uid, Room room, Message message, Optional<String> key) {
    Transaction transaction = store.transaction();
    String partner = room.partner(message.sender()).uid();
    blocks.demandNone(transaction, partner, MemberKey.of(uid));
    store.rooms().send(transaction, room, message);
    store.messages().put(transaction, message, retention);
    key.ifPresent(id -> sent.put(transaction, id, message.id()));
    OptionalInt refused = tried(transaction);
    if (refused.isPresent() && refused.getAsInt() == BLOCKED) {
      throw new ChatRefusal(Reason.NOT_SENT);
    }
    return refused.isEmpty();
  }

  // Once: what meets another send has read the room too early.
  private OptionalInt tried(Transaction transaction) {
    try {
      return transaction.write(Duration.ZERO, store.clock());
    } catch (BusyException conflict) {
      return OptionalInt.of(CONFLICT);
    }
  }
}
