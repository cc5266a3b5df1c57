package app.oegukmin.shared.post;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;

/** What a body must have; its absence was a 500 in the original (D-Q3). */
public final class Required {

  private Required() {}

  /**
   * An id that a body must have.
   *
   * @throws ApiException C001 when it is absent
   */
  public static long id(String name, Long id) {
    if (id == null) {
      throw new ApiException(ErrorCode.INVALID_INPUT, name + " is missing");
    }
    return id;
  }

  /**
   * A cursor as a list uses it: what is below it, everything for 0 (contract §7.8).
   *
   * @throws ApiException C001 when it is absent or negative
   */
  public static long before(Long cursorId) {
    long cursor = id("cursorId", cursorId);
    if (cursor < 0) {
      throw new ApiException(ErrorCode.INVALID_INPUT, "cursorId must not be negative");
    }
    return cursor == 0 ? Long.MAX_VALUE : cursor;
  }

  /**
   * A body that must be there.
   *
   * @throws ApiException C001 when it is absent
   */
  public static <T> T body(T body) {
    if (body == null) {
      throw new ApiException(ErrorCode.INVALID_INPUT, "The body is missing");
    }
    return body;
  }
}
