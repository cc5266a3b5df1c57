package app.oegukmin.moderation;

import app.oegukmin.shared.post.PostKind;

/**
 * A post as a report keeps it.
 *
 * @param title empty for an answer
 * @param uuid the author's public id
 * @param owner the author's {@link app.oegukmin.shared.member.MemberKey}
 */
record Post(PostKind kind, long id, String title, String text, String uuid, String owner) {

  /** Its name among all posts. */
  String key() {
    return kind.key(id);
  }
}
