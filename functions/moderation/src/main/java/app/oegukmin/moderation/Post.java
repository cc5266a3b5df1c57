package app.oegukmin.moderation;

import app.oegukmin.shared.post.PostKind;
import java.util.Optional;

/**
 * A post as a report keeps it.
 *
 * @param title empty for an answer and a chat message
 * @param uuid the author's public id
 * @param owner the author's {@link app.oegukmin.shared.member.MemberKey}
 * @param room of a chat message
 */
record Post(
    PostKind kind,
    long id,
    String title,
    String text,
    String uuid,
    String owner,
    Optional<Long> room) {

  /** A post of a board. */
  Post(PostKind kind, long id, String title, String text, String uuid, String owner) {
    this(kind, id, title, text, uuid, owner, Optional.empty());
  }

  /** Its name among all posts; ids of messages are unique in their room. */
  String key() {
    return room.map(of -> kind.key(of) + "-" + id).orElseGet(() -> kind.key(id));
  }
}
