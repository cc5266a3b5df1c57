package app.oegukmin.shared.picture;

import java.time.Duration;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Signs addresses to which clients put objects by themselves. They are good no longer than the
 * credentials of the function that has signed them. Safe for use by many threads.
 */
public final class UploadAddresses {

  private final S3Presigner presigner;
  private final String bucket;

  /** Addresses in the bucket with a name. */
  public UploadAddresses(S3Client s3, String bucket) {
    this.presigner = S3Presigner.builder().s3Client(s3).build();
    this.bucket = bucket;
  }

  /**
   * An address for one PUT. Length and type are signed, so that S3 refuses any other.
   *
   * @param length in bytes
   */
  public String put(String key, String type, long length, Duration good) {
    return presigner
        .presignPutObject(
            signing ->
                signing
                    .signatureDuration(good)
                    .putObjectRequest(
                        put -> put.bucket(bucket).key(key).contentType(type).contentLength(length)))
        .url()
        .toString();
  }
}
