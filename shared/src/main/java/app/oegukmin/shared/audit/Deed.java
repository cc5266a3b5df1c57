package app.oegukmin.shared.audit;

import java.util.Locale;
import java.util.Optional;

/**
 * What an administrator did to a post.
 *
 * @param post its key, as {@code question#7}
 * @param reason in the administrator's words
 */
public record Deed(Kind kind, String post, Optional<String> reason) {

  /** The name in lower case is stored. */
  public enum Kind {
    CREATE,
    UPDATE,
    ERASE,
    HIDE,
    SHOW;

    String action() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A deed without a reason. */
  public static Deed of(Kind kind, String post) {
    return new Deed(kind, post, Optional.empty());
  }
}
