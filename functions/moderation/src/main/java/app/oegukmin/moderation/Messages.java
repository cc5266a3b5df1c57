package app.oegukmin.moderation;

import app.oegukmin.shared.chat.Message;
import app.oegukmin.shared.chat.MessageTable;
import app.oegukmin.shared.chat.Room;
import app.oegukmin.shared.chat.RoomTable;
import app.oegukmin.shared.chat.Seat;
import app.oegukmin.shared.post.PostKind;
import java.util.Optional;

/** The chat messages that a member may report. */
record Messages(RoomTable rooms, MessageTable messages) {

  /** A message of a room, empty for who is no member of it: nobody reports what is not theirs. */
  Optional<Post> find(String uid, long room, long id) {
    return rooms
        .find(room)
        .filter(found -> found.slotOf(uid).isPresent())
        .flatMap(found -> messages.find(room, id).map(message -> post(found, message)));
  }

  private static Post post(Room room, Message message) {
    Seat sender = room.seat(message.sender());
    return new Post(
        PostKind.MESSAGE,
        message.id(),
        "",
        message.content(),
        sender.publicId(),
        sender.left() ? sender.uid() : sender.key(),
        Optional.of(room.id()));
  }
}
