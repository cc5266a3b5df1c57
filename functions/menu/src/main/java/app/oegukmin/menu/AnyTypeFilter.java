package app.oegukmin.menu;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Ignores which types a caller accepts or sends: no route here takes a body, every response is
 * JSON, and the app does not start unless it is 200 (D-F1, F-56). RFC 9110 §12.1 lets a server
 * disregard {@code Accept}.
 */
@PreMatching
final class AnyTypeFilter implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    request.getHeaders().remove(HttpHeaders.ACCEPT);
    request.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
  }
}
