package app.oegukmin.chat;

import app.oegukmin.chat.ChatRefusal.Reason;
import app.oegukmin.shared.block.BlockTable;
import app.oegukmin.shared.chat.Cursor;
import app.oegukmin.shared.chat.PairTable;
import app.oegukmin.shared.chat.Room;
import app.oegukmin.shared.chat.Seat;
import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.limit.Limit;
import app.oegukmin.shared.limit.Limiter;
import app.oegukmin.shared.limit.Subject;
import app.oegukmin.shared.member.Member;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.post.PostIds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Makes the one room of two members, whoever asks first (D-C6). */
final class RoomService {

  // Firebase's uids have 28 characters, public ids 36.
  private static final int LONGEST_ID = 128;

  // The actions of the transaction, by their position.
  private static final int PARTNER = 1;
  private static final int PAIR = 2;

  private static final long RETRY_AFTER_SECONDS = 1;

  private final ChatStore store;
  private final PairTable pairs;
  private final BlockTable blocks;
  private final WakeService wakes;
  private final Limiter limiter;
  private final PostIds ids;

  RoomService(
      ChatStore store,
      PairTable pairs,
      BlockTable blocks,
      WakeService wakes,
      Limiter limiter,
      PostIds ids) {
    this.store = store;
    this.pairs = pairs;
    this.blocks = blocks;
    this.wakes = wakes;
    this.limiter = limiter;
    this.ids = ids;
  }

  /** A room, and whether it is new. */
  record Connected(long room, boolean created) {}

  /**
   * The room of a member and a partner.
   *
   * @param partnerId the partner's public id
   * @throws ChatRefusal when either has no account, when both are one (D-C10), and when the partner
   *     blocks the member
   * @throws ApiException 429 after 20 new rooms in a day
   */
  Connected connect(String uid, String partnerId) {
    Member partner = partner(uid, partnerId);
    BatchRead batch = store.batch();
    store.members().ask(batch, uid);
    pairs.ask(batch, uid, partner.id());
    blocks.ask(batch, partner.id(), Stream.of(MemberKey.of(uid)));
    BatchRead.Found found = batch.read();
    Member member = store.members().in(found).orElseThrow(RoomService::unknown);
    if (!blocks.in(found).isEmpty()) {
      throw unknown();
    }
    return pairs
        .in(found)
        .map(room -> new Connected(room, false))
        .orElseGet(() -> create(member, partner));
  }

  private Member partner(String uid, String partnerId) {
    return Optional.of(partnerId)
        .filter(id -> id.length() <= LONGEST_ID)
        .flatMap(store.members()::findPublic)
        .filter(partner -> !partner.id().equals(uid))
        .orElseThrow(RoomService::unknown);
  }

  private Connected create(Member member, Member partner) {
    ApiException.unlessAdmitted(limiter.take(Subject.user(member.id()), List.of(Limit.CHAT_ROOM)));
    Room room = Room.of(ids.next(), Seat.of(member), Seat.of(partner), store.clock().instant());
    OptionalInt refused = all(room, member, partner).write(ChatStore.PATIENCE, store.clock());
    if (refused.isEmpty()) {
      room.seats().forEach(seat -> wakes.wake(seat, room.id()));
      return new Connected(room.id(), true);
    }
    if (refused.getAsInt() <= PARTNER) {
      throw unknown();
    }
    return Optional.of(refused.getAsInt())
        .filter(position -> position == PAIR)
        .flatMap(position -> pairs.find(member.id(), partner.id()))
        .map(other -> new Connected(other, false))
        .orElseThrow(() -> new ApiException(ErrorCode.UNAVAILABLE, RETRY_AFTER_SECONDS));
  }

  // What depends on both accounts is seen by the removal of either, which begins later.
  private Transaction all(Room room, Member member, Member partner) {
    Transaction transaction = store.transaction();
    store.members().demand(transaction, member.id());
    store.members().demand(transaction, partner.id());
    pairs.put(transaction, member.id(), partner.id(), room.id());
    store.rooms().put(transaction, room);
    for (Seat seat : room.seats()) {
      store.cursors().put(transaction, Cursor.of(seat.key(), room.id()));
    }
    return transaction;
  }

  private static ChatRefusal unknown() {
    return new ChatRefusal(Reason.USER_NOT_FOUND);
  }
}
