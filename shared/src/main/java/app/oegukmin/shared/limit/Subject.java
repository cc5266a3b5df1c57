package app.oegukmin.shared.limit;

/**
 * Who is limited. All keys of a subject share its hash tag, so that one script can decide over
 * them.
 *
 * @param tag {@code u:<uid>} or {@code ip:<address>}
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
  public static Subject user(String id) {
    return new Subject(Kind.USER, "u:" + id, 1);
  }

  /** An account, before its owner has proved anything. */
  public static Subject account(String id) {
    return new Subject(Kind.ACCOUNT, "u:" + id, 1);
  }

  String key(Limit limit) {
    return "{" + tag + "}:limit:" + limit.id();
  }
}
