package app.oegukmin.user.signature;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.Call;
import app.oegukmin.shared.http.ErrorCode;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * Timestamp and nonce, which make a signed request valid only now and only once (D-S2).
 *
 * @param timestamp when it was signed, epoch seconds
 * @param nonce 16 to 64 URL-safe characters that no other request has
 */
public record Stamp(String timestamp, String nonce) {

  /** How far the clock of a phone may be off, either way. */
  static final Duration WINDOW = Duration.ofMinutes(5);

  /**
   * The stamp in a request's headers.
   *
   * @throws ApiException HM001 when one is missing or odd
   */
  static Stamp of(ContainerRequestContext request) {
    return new Stamp(
        header(request, "HMAC-Timestamp", "\\d{1,12}"),
        header(request, "HMAC-Nonce", "[A-Za-z0-9_-]{16,64}"));
  }

  /**
   * What the app signs: timestamp LF nonce LF body.
   *
   * @throws ApiException HM001 when the request has no stamp
   */
  public static byte[] signedText(ContainerRequestContext request) {
    Stamp stamp = of(request);
    String head = stamp.timestamp + "\n" + stamp.nonce + "\n";
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    text.writeBytes(Call.of(request).body());
    return text.toByteArray();
  }

  /** Whether it is not older, and not newer, than {@link #WINDOW}. */
  boolean fresh(Instant now) {
    return Duration.between(signedAt(), now).abs().compareTo(WINDOW) <= 0;
  }

  /** Until when the nonce must be known; twice the window, because clocks differ. */
  Instant forgettableAt() {
    return signedAt().plus(WINDOW.multipliedBy(2));
  }

  private Instant signedAt() {
    return Instant.ofEpochSecond(Long.parseLong(timestamp));
  }

  private static String header(ContainerRequestContext request, String name, String pattern) {
    String value = request.getHeaderString(name);
    if (value == null || !value.matches(pattern)) {
      throw new ApiException(ErrorCode.INVALID_HMAC);
    }
    return value;
  }
}
