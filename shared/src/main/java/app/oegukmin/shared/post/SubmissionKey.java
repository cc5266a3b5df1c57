package app.oegukmin.shared.post;

import app.oegukmin.shared.digest.Digests;
import app.oegukmin.shared.member.MemberKey;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.stream.Stream;

/**
 * Names all posts of one member with the same content, in 87 characters.
 *
 * @param value two SHA-256 in Base64 for URLs, {@code <member>#<content>}
 */
public record SubmissionKey(String value) {

  /**
   * The key of a post.
   *
   * @param content all that the member sent with it: texts, digests of pictures
   */
  public static SubmissionKey of(String uid, PostKind kind, Stream<String> content) {
    MessageDigest digest = Digests.sha256();
    Stream.concat(Stream.of(kind.tag()), content).forEach(part -> add(digest, part));
    String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
    return new SubmissionKey(MemberKey.of(uid) + "#" + encoded);
  }

  // Of one length each: no two lists of parts make the same bytes.
  private static void add(MessageDigest digest, String part) {
    digest.update(Digests.sha256(part));
  }
}
