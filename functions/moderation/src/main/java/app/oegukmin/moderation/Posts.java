package app.oegukmin.moderation;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.post.PostKind;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The posts of all kinds. */
record Posts(Map<PostKind, PostTable> tables) {

  /**
   * The kind that a body names as {@code question}.
   *
   * @throws ApiException C001 for any other
   */
  static PostKind kind(String tag) {
    return Arrays.stream(PostKind.values())
        .filter(kind -> kind.tag().equals(tag))
        .findFirst()
        .orElseThrow(Posts::unknown);
  }

  private static ApiException unknown() {
    return new ApiException(ErrorCode.INVALID_INPUT, "kind is unknown");
  }

  Optional<Post> find(PostKind kind, long id) {
    return tables.get(kind).find(id);
  }

  /**
   * The posts of a kind that administrators hide.
   *
   * @throws ApiException C001 for chat messages, which nobody but their room sees
   */
  PostTable hideable(PostKind kind) {
    return Optional.ofNullable(tables.get(kind)).orElseThrow(Posts::unknown);
  }
}
