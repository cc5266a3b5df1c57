package app.oegukmin.qna.picture;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.image.ImageCodec;
import app.oegukmin.shared.image.ImageException;
import app.oegukmin.shared.limit.Limit;
import app.oegukmin.shared.limit.Limiter;
import app.oegukmin.shared.limit.Subject;
import app.oegukmin.shared.picture.PictureBucket;
import app.oegukmin.shared.picture.PictureKeys;
import java.util.ArrayList;
import java.util.List;

/** Reads the pictures that a member sends, attached or uploaded; stores nothing. */
final class PictureReader {

  /** What one post has at most. */
  static final int MOST = 4;

  private final PictureBucket bucket;
  private final Limiter limiter;
  private final ImageCodec codec;

  PictureReader(PictureBucket bucket, Limiter limiter, ImageCodec codec) {
    this.bucket = bucket;
    this.limiter = limiter;
    this.codec = codec;
  }

  /**
   * Reads all of them, one after the other, because each needs memory.
   *
   * @throws ApiException S307 for more than four, S301 for an empty one, S303 for an upload that is
   *     not the member's or not there, C007 or 503 by the limit {@code image-bytes}, S304 for what
   *     cannot be read
   */
  List<NewPicture> read(String uid, SentPictures sent) {
    if (sent.count() > MOST) {
      throw new ApiException(ErrorCode.UPLOAD_TOO_LARGE, "A post has at most four pictures");
    }
    List<byte[]> all = new ArrayList<>(sent.attached());
    sent.uploads().forEach(key -> all.add(upload(uid, key)));
    if (all.stream().anyMatch(bytes -> bytes.length == 0)) {
      throw new ApiException(ErrorCode.EMPTY_FILE);
    }
    take(uid, all);
    return all.stream().map(this::read).toList();
  }

  private byte[] upload(String uid, String key) {
    if (key == null || !PictureKeys.isUploadOf(uid, key)) {
      throw new ApiException(ErrorCode.FILE_NOT_FOUND);
    }
    return bucket
        .find(key, UploadService.LONGEST)
        .orElseThrow(() -> new ApiException(ErrorCode.FILE_NOT_FOUND));
  }

  private void take(String uid, List<byte[]> all) {
    long bytes = all.stream().mapToLong(each -> each.length).sum();
    if (bytes > 0) {
      ApiException.unlessAdmitted(limiter.take(Subject.user(uid), Limit.IMAGE_BYTES, bytes));
    }
  }

  private NewPicture read(byte[] sent) {
    try {
      return NewPicture.of(sent, codec.render(sent));
    } catch (ImageException e) {
      throw new ApiException(ErrorCode.INVALID_FILE, e.getMessage());
    }
  }
}
