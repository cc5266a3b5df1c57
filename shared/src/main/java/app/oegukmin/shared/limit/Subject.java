package app.oegukmin.shared.limit;

import app.oegukmin.shared.member.MemberKey;

/**
 * Who is limited. All keys of a subject share its hash tag, so that one script can decide over
 * them.
 *
 * @param tag {@code u:<member key>} or {@code ip:<address>}
 * @param members how many members' worth it may use
 */
public record Subject(Kind kind, String tag, int members) {

  /** What a limit is counted by. */
  public enum Kind {
    /** A signed-in member. */
    USER,
    /** An address, for callers we do not know. */
    IP,
    /** An account that somebody claims to have. */
    ACCOUNT
  }

  /** A signed-in member. */
  public static Subject user(String uid) {
    return new Subject(Kind.USER, "u:" + MemberKey.of(uid), 1);
  }

  /** An account, before its owner has proved anything. */
  public static Subject account(String uid) {
    return new Subject(Kind.ACCOUNT, "u:" + MemberKey.of(uid), 1);
  }

  String key(Limit limit) {
    return "{" + tag + "}:limit:" + limit.id();
  }
}
