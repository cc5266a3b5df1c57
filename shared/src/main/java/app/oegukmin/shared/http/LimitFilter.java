package app.oegukmin.shared.http;

import app.oegukmin.shared.limit.Decision.Balance;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;

/**
 * Refuses a call that is over its limits before any work is done (aws §1.4). Adds the RateLimit
 * headers to every response, except to one that shared caches may keep.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
final class LimitFilter implements ContainerRequestFilter, ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    ApiException.unlessAdmitted(Call.of(request).limits());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!isPublic(response)) {
      Call.of(request).limits().balance().ifPresent(balance -> tell(balance, response));
    }
  }

  private static boolean isPublic(ContainerResponseContext response) {
    String cacheControl = response.getHeaderString(HttpHeaders.CACHE_CONTROL);
    return cacheControl != null && cacheControl.matches("(?s).*\\b(public|s-maxage)\\b.*");
  }

  private static void tell(Balance balance, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle("RateLimit-Limit", balance.limit());
    headers.putSingle("RateLimit-Remaining", balance.remaining());
    headers.putSingle("RateLimit-Reset", balance.reset());
  }
}
