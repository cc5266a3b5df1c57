package app.oegukmin.shared.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import net.coobird.thumbnailator.Thumbnails;

/** Makes pictures smaller. */
final class Scaling {

  private Scaling() {}

  /** The picture with no side longer than that; itself when it fits already. */
  static BufferedImage fit(BufferedImage picture, int side) throws IOException {
    int longer = Math.max(picture.getWidth(), picture.getHeight());
    return longer <= side
        ? picture
        : Thumbnails.of(picture)
            .forceSize(
                scaled(picture.getWidth(), side, longer), scaled(picture.getHeight(), side, longer))
            .imageType(BufferedImage.TYPE_INT_RGB)
            .asBufferedImage();
  }

  private static int scaled(int length, int side, int longer) {
    return Math.max(1, Math.round((float) length * side / longer));
  }
}
