package app.oegukmin.shared.post;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.Call;
import app.oegukmin.shared.http.ErrorCode;
import jakarta.ws.rs.container.ContainerRequestContext;

/**
 * Who asks for a change.
 *
 * @param uid of the member
 * @param admin whether it is an administrator
 */
public record Editor(String uid, boolean admin) {

  /**
   * The caller of a route that has no guests.
   *
   * @throws ApiException J001 for a guest
   */
  public static Editor of(ContainerRequestContext request) {
    Call call = Call.of(request);
    return new Editor(call.requireMember(), call.admin());
  }

  /**
   * Lets the owner and administrators pass, and tells everybody else (D-S6, D-S7).
   *
   * @throws ApiException C006 for everybody else
   */
  public void requireMayChange(Author author) {
    if (!admin && !author.is(uid)) {
      throw new ApiException(ErrorCode.ACCESS_DENIED);
    }
  }

  /** Whether an administrator changes what another member has written, which leaves a row. */
  public boolean overrules(Author author) {
    return admin && !author.is(uid);
  }
}
