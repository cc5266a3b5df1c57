package app.oegukmin.shared.chat;

import app.oegukmin.shared.member.Member;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.post.Author;

/**
 * One of the two places of a room and who has it.
 *
 * @param uid for the server alone (D-S1); {@code left} when the member has left
 * @param publicId what the other one knows the member by; the same as in posts
 */
public record Seat(String uid, String publicId) {

  /** The place of who has left. */
  public static final Seat LEFT = new Seat(Author.LEFT.owner(), Author.LEFT.uuid());

  /** The place of a member. */
  public static Seat of(Member member) {
    return new Seat(member.id(), member.publicId());
  }

  /** Whether nobody has it any more. */
  public boolean left() {
    return equals(LEFT);
  }

  /** The {@link MemberKey} of who has it. */
  public String key() {
    return MemberKey.of(uid);
  }

  /** Shows no personal data. */
  @Override
  public String toString() {
    return "Seat[" + publicId + "]";
  }
}
