package app.oegukmin.shared.post;

/** What members write. The tag is stored and part of keys. */
public enum PostKind {
  QUESTION("question"),
  ANSWER("answer"),
  HELP("help"),
  FAQ("faq");

  private final String tag;

  PostKind(String tag) {
    this.tag = tag;
  }

  /** The name that is stored. */
  public String tag() {
    return tag;
  }

  /** What names a post among those of all kinds: {@code question#7}. */
  public String key(long id) {
    return tag + "#" + id;
  }
}
