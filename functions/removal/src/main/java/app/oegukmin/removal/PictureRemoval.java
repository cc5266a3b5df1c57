package app.oegukmin.removal;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.picture.PictureBucket;
import app.oegukmin.shared.picture.PictureKeys;
import app.oegukmin.shared.work.RemoveMember;
import app.oegukmin.shared.work.RemovePictures;
import java.util.Optional;

/** Removes pictures from the bucket and from CloudFront, which would serve them for a day more. */
final class PictureRemoval implements RemovalStep {

  private final PictureBucket bucket;
  private final Optional<Invalidations> invalidations;

  /** Without invalidations where no CloudFront stands before the bucket. */
  PictureRemoval(PictureBucket bucket, Optional<Invalidations> invalidations) {
    this.bucket = bucket;
    this.invalidations = invalidations;
  }

  /** The bucket and the distribution that the environment names. */
  static PictureRemoval of(Environment environment) {
    return new PictureRemoval(
        new PictureBucket(PictureBucket.connect(), environment.require("MEDIA_BUCKET")),
        environment.optional("MEDIA_DISTRIBUTION").map(Invalidations::connect));
  }

  /**
   * Removes the pictures of a post. Invalidates them even when they are gone: a try may have
   * failed.
   */
  void remove(RemovePictures removal) {
    bucket.deleteAll(PictureKeys.prefix(removal.board(), removal.id()));
    String path = "/" + removal.board() + "/" + removal.id() + "/*";
    invalidations.ifPresent(cloudFront -> cloudFront.invalidate(path, removal.key()));
  }

  /**
   * Removes what a departed member has uploaded and not posted; a day later it would go by itself.
   */
  @Override
  public void remove(RemoveMember removal) {
    bucket.deleteAll(PictureKeys.uploads(removal.id()));
  }
}
