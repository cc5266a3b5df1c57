package app.oegukmin.shared.image;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * Decodes the first frame of a picture within a budget.
 *
 * @param enough the longer side in pixels from which on a picture is read smaller than it is
 */
record ImageDecoder(ImageBudget budget, int enough) {

  /** The picture in RGB, on white. */
  BufferedImage decode(ImageFormat format, byte[] bytes) throws IOException {
    ImageReader reader = format.reader();
    try (ByteArrayImageInputStream input = new ByteArrayImageInputStream(bytes)) {
      // Without metadata: texts and profiles of a PNG unpack to any size.
      reader.setInput(input, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if (!budget.covers(format, bytes, width, height)) {
        throw new ImageException(
            "A picture of " + width + " x " + height + " pixels is too large. Send a smaller one");
      }
      return Rgb.onWhite(decode(reader, Math.max(width, height)));
    } finally {
      reader.dispose();
    }
  }

  private BufferedImage decode(ImageReader reader, int side) throws IOException {
    boolean[] cut = new boolean[1];
    // Of a JPEG that is cut off the missing part is grey; only a warning tells.
    reader.addIIOReadWarningListener((source, warning) -> cut[0] |= tellsOfCut(warning));
    int step = Math.max(1, side / enough);
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(step, step, 0, 0);
    BufferedImage decoded = reader.read(0, param);
    if (cut[0]) {
      throw new ImageException("This picture is cut off. Send it again");
    }
    return decoded;
  }

  private static boolean tellsOfCut(String warning) {
    String words = warning.toLowerCase(Locale.ROOT);
    return words.contains("missing eoi") || words.contains("premature end");
  }
}
