package app.oegukmin.shared.post;

import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.member.Member;
import app.oegukmin.shared.member.MemberKey;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * Who wrote a post, as the profile was then; nothing of it comes from the request (D-S10).
 *
 * @param author the name
 * @param country empty for who has left
 * @param uuid the public id, never the Firebase uid (D-S1)
 * @param owner the {@link MemberKey}, by which the own posts are known
 */
public record Author(String author, String country, String uuid, String owner) {

  /** Who stands for everybody who has left; nobody owns what they wrote. */
  public static final Author LEFT = new Author("(탈퇴한 회원)", "", "left", "left");

  /** The attributes that a post's item has of its author. */
  public static final TableSchema<Author> SCHEMA = RecordSchema.of(Author.class).build();

  /** A member as the author of a new post. */
  public static Author of(Member member) {
    return new Author(
        member.name(), member.country(), member.publicId(), MemberKey.of(member.id()));
  }

  /** Whether a post is a member's own. */
  public boolean is(String uid) {
    return owner.equals(MemberKey.of(uid));
  }

  /**
   * The id that a reader sees: the own uid in own posts, which the app compares with the one that
   * it has stored, and the public id in those of others.
   *
   * @param viewer the reader's uid, empty for a guest
   */
  public String uuidFor(Optional<String> viewer) {
    return viewer.filter(this::is).orElse(uuid);
  }

  /** Shows no personal data. */
  @Override
  public String toString() {
    return "Author[" + uuid + "]";
  }
}
