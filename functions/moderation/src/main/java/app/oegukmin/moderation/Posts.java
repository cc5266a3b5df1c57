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
        .orElseThrow(() -> new ApiException(ErrorCode.INVALID_INPUT, "kind is unknown"));
  }

  Optional<Post> find(PostKind kind, long id) {
    return of(kind).find(id);
  }

  PostTable of(PostKind kind) {
    return tables.get(kind);
  }
}
