package app.oegukmin.shared.picture;

import app.oegukmin.shared.s3.S3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The bucket of pictures. Its methods throw an {@link
 * software.amazon.awssdk.core.exception.SdkException} when S3 cannot be asked. Safe for use by many
 * threads.
 */
public final class PictureBucket {

  // With all tries: who posts four pictures waits 29 seconds at most.
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final S3Client s3;
  private final String bucket;

  /** The bucket with a name. */
  public PictureBucket(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /** A client for the function's Region; endpoint and credentials come from the SDK's chain. */
  public static S3Client connect() {
    return connect(builder -> {});
  }

  /** The same with more settings. */
  static S3Client connect(Consumer<S3ClientBuilder> more) {
    return S3.connect(PATIENCE, more);
  }

  /** Stores a JPEG that browsers and CloudFront may keep for a day (D-Q6). */
  public void put(String key, byte[] jpeg) {
    s3.putObject(
        request ->
            request.bucket(bucket).key(key).contentType("image/jpeg").cacheControl("max-age=86400"),
        RequestBody.fromBytes(jpeg));
  }

  /**
   * An object, empty when there is none.
   *
   * @param most bytes that are read; a longer object counts as none
   */
  public Optional<byte[]> find(String key, long most) {
    try (var object = s3.getObject(request -> request.bucket(bucket).key(key))) {
      if (object.response().contentLength() > most) {
        object.abort();
        return Optional.empty();
      }
      return Optional.of(object.readAllBytes());
    } catch (S3Exception e) {
      // S3 says "forbidden" of what is not there to whoever may not list the bucket.
      if (e.statusCode() == NOT_FOUND || e.statusCode() == FORBIDDEN) {
        return Optional.empty();
      }
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes every object whose key begins with a prefix; nothing happens when there is none. */
  public void deleteAll(String prefix) {
    s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix)).stream()
        .map(
            page ->
                page.contents().stream()
                    .map(object -> ObjectIdentifier.builder().key(object.key()).build())
                    .toList())
        .filter(keys -> !keys.isEmpty())
        .forEach(this::delete);
  }

  private void delete(List<ObjectIdentifier> keys) {
    var response =
        s3.deleteObjects(
            request -> request.bucket(bucket).delete(deletion -> deletion.objects(keys)));
    if (response.hasErrors()) {
      throw new IllegalStateException(
          "S3 has not deleted " + response.errors().size() + " objects");
    }
  }
}
