package app.oegukmin.user;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.key.KeySet;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Refuses a request without a valid HMAC-SHA256 with 403 HM001, before anything is parsed (contract
 * §4.2). Compared in constant time (D-S2); neither digest is ever logged (D-S3).
 */
@Signed
@Priority(Priorities.AUTHENTICATION)
final class HmacFilter implements ContainerRequestFilter {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int LENGTH = 32;

  private final KeySet secrets;
  private final Function<ContainerRequestContext, byte[]> text;

  /**
   * A filter.
   *
   * @param text what of a request is signed
   */
  HmacFilter(KeySet secrets, Function<ContainerRequestContext, byte[]> text) {
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
    return MessageDigest.isEqual(digest(signedText, secrets.current().secret()), claimed);
  }

  private static byte[] decode(String header) {
    try {
      return header == null ? new byte[0] : Base64.getDecoder().decode(header.strip());
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] digest(byte[] signedText, byte[] secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac.doFinal(signedText);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JRE must have " + ALGORITHM, e);
    }
  }
}
