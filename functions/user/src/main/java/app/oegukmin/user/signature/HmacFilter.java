package app.oegukmin.user.signature;

import app.oegukmin.shared.digest.Digests;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.key.KeySet;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.function.Function;

/**
 * Refuses a request without a valid HMAC-SHA256 with 403 HM001, before anything is parsed (contract
 * §4.2). Compared in constant time (D-S2); neither digest is ever logged (D-S3).
 */
@Signed
@Priority(Priorities.AUTHENTICATION)
public final class HmacFilter implements ContainerRequestFilter {

  private static final int LENGTH = 32;

  private final KeySet secrets;
  private final Function<ContainerRequestContext, byte[]> text;

  /**
   * A filter.
   *
   * @param text what of a request is signed
   */
  public HmacFilter(KeySet secrets, Function<ContainerRequestContext, byte[]> text) {
    this.secrets = secrets;
    this.text = text;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    byte[] claimed = decode(request.getHeaderString("HMAC"));
    if (claimed.length != LENGTH || !signed(text.apply(request), claimed)) {
      throw new ApiException(ErrorCode.INVALID_HMAC);
    }
  }

  private boolean signed(byte[] signedText, byte[] claimed) {
    byte[] digest = Digests.hmacSha256(secrets.current().secret(), signedText);
    return MessageDigest.isEqual(digest, claimed);
  }

  private static byte[] decode(String header) {
    try {
      return header == null ? new byte[0] : Base64.getDecoder().decode(header.strip());
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
