package app.oegukmin.user;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.Call;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.key.KeySet;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Refuses a body that does not carry its HMAC-SHA256, whatever else is wrong with it: 403 HM001
 * comes before any parsing (contract §4.2). Compared in constant time (D-S2); neither digest is
 * ever logged (D-S3).
 */
@Signed
final class HmacFilter implements ContainerRequestFilter {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int LENGTH = 32;

  private final KeySet secrets;

  HmacFilter(KeySet secrets) {
    this.secrets = secrets;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    byte[] claimed = decode(request.getHeaderString("HMAC"));
    if (claimed.length != LENGTH || !signed(Call.of(request).body(), claimed)) {
      throw new ApiException(ErrorCode.INVALID_HMAC);
    }
  }

  private boolean signed(byte[] body, byte[] claimed) {
    return MessageDigest.isEqual(digest(body, secrets.current().secret()), claimed);
  }

  private static byte[] decode(String header) {
    try {
      return header == null ? new byte[0] : Base64.getDecoder().decode(header.strip());
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] digest(byte[] body, byte[] secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }
}
