package app.oegukmin.qna.picture;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.limit.Limit;
import app.oegukmin.shared.limit.Limiter;
import app.oegukmin.shared.limit.Subject;
import app.oegukmin.shared.picture.PictureKeys;
import app.oegukmin.shared.picture.UploadAddresses;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lets members upload pictures to S3 directly, past the limits of API Gateway and Lambda. Length
 * and type are signed: S3 refuses any other.
 */
final class UploadService {

  /** The most bytes of one picture. */
  static final long LONGEST = 20_000_000;

  private static final Duration GOOD = Duration.ofMinutes(10);
  private static final Set<String> TYPES =
      Set.of("image/jpeg", "image/png", "image/gif", "image/webp");

  private final UploadAddresses addresses;
  private final PictureKeys keys;
  private final Limiter limiter;

  UploadService(UploadAddresses addresses, PictureKeys keys, Limiter limiter) {
    this.addresses = addresses;
    this.keys = keys;
    this.limiter = limiter;
  }

  /**
   * An address for one PUT, below the member's own prefix; what lies there is gone a day later.
   *
   * @throws ApiException S301 for no length, S307 above {@link #LONGEST}, S304 for another type,
   *     C007 or 503 by the limit {@code image-bytes}
   */
  UploadView prepare(String uid, UploadRequest request) {
    long length = length(request);
    ApiException.unlessAdmitted(limiter.take(Subject.user(uid), Limit.IMAGE_BYTES, length));
    String key = keys.upload(uid);
    String url = addresses.put(key, request.type(), length, GOOD);
    // In the same order in every virtual machine.
    Map<String, String> headers =
        new TreeMap<>(
            Map.of("Content-Type", request.type(), "Content-Length", String.valueOf(length)));
    return new UploadView(key, url, headers, GOOD.toSeconds());
  }

  private static long length(UploadRequest request) {
    if (request == null || request.length() == null || request.length() <= 0) {
      throw new ApiException(ErrorCode.EMPTY_FILE);
    } else if (request.length() > LONGEST) {
      throw new ApiException(ErrorCode.UPLOAD_TOO_LARGE, "A picture has at most 20 MB");
    } else if (request.type() == null || !TYPES.contains(request.type())) {
      throw new ApiException(ErrorCode.INVALID_FILE, "type must be one of " + TYPES);
    }
    return request.length();
  }
}
