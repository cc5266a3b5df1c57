package app.oegukmin.shared.post;

import java.util.Optional;

/** What members write. The tag is stored and part of keys. */
public enum PostKind {
  QUESTION("question"),
  ANSWER("answer"),
  HELP("help"),
  FAQ("faq"),
  /** A chat message, which only its room's members see; for reports. */
  MESSAGE("message");

  private final String tag;

  PostKind(String tag) {
    this.tag = tag;
  }

  /** The name that is stored. */
  public String tag() {
    return tag;
  }

  /** The id of a post of this kind by such a key, empty when it is another's. */
  public Optional<Long> id(String key) {
    return Optional.of(key)
        .filter(given -> given.startsWith(tag + "#"))
        .map(given -> Long.valueOf(given.substring(tag.length() + 1)));
  }

  /** What names a post among those of all kinds: {@code question#7}. */
  public String key(long id) {
    return tag + "#" + id;
  }
}
