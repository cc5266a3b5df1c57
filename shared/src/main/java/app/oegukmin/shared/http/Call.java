package app.oegukmin.shared.http;

import app.oegukmin.shared.limit.Decision;
import app.oegukmin.shared.member.Member;
import app.oegukmin.shared.token.AccessToken;
import com.amazonaws.serverless.proxy.RequestReader;
import com.amazonaws.serverless.proxy.model.AwsProxyRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What API Gateway passes on of a request: the body as it came, and the authorizer's context. */
public final class Call {

  private static final String SERVLET_REQUEST = "com.amazonaws.serverless.jersey.servletRequest";

  private final AwsProxyRequest event;

  private Call(AwsProxyRequest event) {
    this.event = event;
  }

  /** The call behind a request of the container. */
  public static Call of(ContainerRequestContext request) {
    HttpServletRequest servlet = (HttpServletRequest) request.getProperty(SERVLET_REQUEST);
    return new Call(
        (AwsProxyRequest) servlet.getAttribute(RequestReader.API_GATEWAY_EVENT_PROPERTY));
  }

  /** The bytes the client sent, before any parsing (contract §1.19); empty without a body. */
  public byte[] body() {
    String body = event.getBody();
    if (body == null) {
      return new byte[0];
    }
    return event.isBase64Encoded()
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }

  /** The id of the signed-in member, empty for a guest. */
  public Optional<String> member() {
    return authorized("userId");
  }

  /**
   * The caller's token on a route that has no guests.
   *
   * @throws ApiException J001 for a guest
   */
  public AccessToken requireToken() {
    return AccessToken.of(this::authorized)
        .orElseThrow(() -> new ApiException(ErrorCode.INVALID_TOKEN));
  }

  /** The address that the call came from, as API Gateway saw it. */
  public String address() {
    return event.getRequestContext().getIdentity().getSourceIp();
  }

  /** The result of the authorizer's check of the limits. */
  public Decision limits() {
    return Decision.of(this::authorized);
  }

  /**
   * The id of the signed-in member on a route that has no guests.
   *
   * @throws ApiException J001 for a guest
   */
  public String requireMember() {
    return member().orElseThrow(() -> new ApiException(ErrorCode.INVALID_TOKEN));
  }

  /**
   * The id of the member on a route for administrators (D-S9). The authorizer says who is one at
   * this call: somebody who signed in with an ID token and whose account has the role (F-4).
   *
   * @throws ApiException C006 for everybody else
   */
  public String requireAdmin() {
    if (!admin()) {
      throw new ApiException(ErrorCode.ACCESS_DENIED);
    }
    return requireMember();
  }

  /** Whether the caller is an administrator, as {@link #requireAdmin} demands. */
  public boolean admin() {
    return authorized("role").equals(Optional.of(Member.ADMIN));
  }

  private Optional<String> authorized(String key) {
    return Optional.ofNullable(event.getRequestContext().getAuthorizer())
        .map(context -> context.getContextValue(key))
        .filter(value -> !value.isEmpty());
  }
}
