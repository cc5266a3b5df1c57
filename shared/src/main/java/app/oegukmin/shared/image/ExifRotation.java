package app.oegukmin.shared.image;

import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** How a JPEG says that the camera was held. */
record ExifRotation(Orientation orientation) {

  private static final int APP1 = 0xffe1;

  /** What the EXIF segment of a JPEG says; upright where there is none that can be read. */
  static ExifRotation of(byte[] jpeg) {
    try (ByteArrayImageInputStream input = new ByteArrayImageInputStream(jpeg)) {
      for (JPEGSegment segment : JPEGSegmentUtil.readSegments(input, APP1, "Exif")) {
        Orientation found = ExifUtils.getOrientationFromExif(segment.segmentData().readAllBytes());
        if (found != null) {
          return new ExifRotation(found);
        }
      }
    } catch (IOException | RuntimeException e) {
      // Nobody loses a picture to broken camera data.
    }
    return new ExifRotation(Orientation.TOP_LEFT);
  }

  /** The picture turned upright. */
  BufferedImage apply(BufferedImage picture) {
    return ExifFilterUtils.getFilterForOrientation(orientation).apply(picture);
  }
}
