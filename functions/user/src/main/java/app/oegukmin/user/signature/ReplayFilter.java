package app.oegukmin.user.signature;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.time.Clock;

/**
 * Accepts a signed request once, and only while it is fresh (D-S2). It runs after {@link
 * HmacFilter}, so that unsigned requests use up no nonce, and refuses in the same way.
 */
@Signed
@Priority(Priorities.AUTHENTICATION + 1)
public final class ReplayFilter implements ContainerRequestFilter {

  private final NonceTable nonces;
  private final Clock clock;

  /** A filter that knows the nonces of a table. */
  public ReplayFilter(NonceTable nonces, Clock clock) {
    this.nonces = nonces;
    this.clock = clock;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Stamp stamp = Stamp.of(request);
    if (!stamp.fresh(clock.instant()) || !nonces.add(stamp)) {
      throw new ApiException(ErrorCode.INVALID_HMAC);
    }
  }
}
