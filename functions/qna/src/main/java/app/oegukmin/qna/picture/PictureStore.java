package app.oegukmin.qna.picture;

import app.oegukmin.qna.picture.PendingTable.Pending;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.picture.PictureBucket;
import app.oegukmin.shared.picture.PictureKeys;
import app.oegukmin.shared.post.Picture;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/** Stores the pictures of a post that does not exist yet. */
record PictureStore(PictureBucket bucket, PendingTable pending, PictureKeys keys) {

  private static final Logger LOG = LoggerFactory.getLogger(PictureStore.class);
  private static final long RETRY_AFTER_SECONDS = 5;

  /**
   * Stores them, two objects each; the row that says that they are pending is there.
   *
   * @throws ApiException 503 when S3 cannot be asked; the hourly sweep removes what is there then
   */
  List<Picture> store(Pending post, List<NewPicture> pictures) {
    String prefix = PictureKeys.prefix(post.board(), post.id());
    try {
      return pictures.stream().map(picture -> store(prefix + keys.name(), picture)).toList();
    } catch (SdkException e) {
      LOG.warn("S3 does not take a picture: {}", e.toString());
      throw new ApiException(ErrorCode.UNAVAILABLE, RETRY_AFTER_SECONDS);
    }
  }

  private Picture store(String name, NewPicture picture) {
    Picture stored = new Picture(name + ".jpg", name + "-s.jpg");
    bucket.put(stored.screen(), picture.renditions().screen());
    bucket.put(stored.thumbnail(), picture.renditions().thumbnail());
    return stored;
  }
}
