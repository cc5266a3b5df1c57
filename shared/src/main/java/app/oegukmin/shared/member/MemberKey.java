package app.oegukmin.shared.member;

import app.oegukmin.shared.digest.Digests;
import java.util.Base64;

/**
 * Stands for a member's uid in data that outlives the account, such as bans and limits (F-5). It is
 * a hash, from which nobody can find the uid: Firebase makes uids of 28 random letters and digits.
 */
public final class MemberKey {

  private MemberKey() {}

  /** The key of a uid: its SHA-256 in Base64 for URLs, 43 characters. */
  public static String of(String uid) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.sha256(uid));
  }
}
