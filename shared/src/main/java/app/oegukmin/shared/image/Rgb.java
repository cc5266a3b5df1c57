package app.oegukmin.shared.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Turns a decoded picture, whatever its colours, into RGB. */
final class Rgb {

  private static final int WHITE = 255;

  private Rgb() {}

  /** The picture itself where it is plain RGB, otherwise drawn on white. */
  static BufferedImage onWhite(BufferedImage decoded) {
    int type = decoded.getType();
    if (type == BufferedImage.TYPE_INT_RGB || type == BufferedImage.TYPE_3BYTE_BGR) {
      return decoded;
    }
    BufferedImage rgb =
        new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_INT_RGB);
    if (isGreyWithAlpha(decoded.getColorModel())) {
      drawGrey(decoded.getRaster(), rgb);
    } else {
      Graphics2D graphics = rgb.createGraphics();
      graphics.drawImage(decoded, 0, 0, Color.WHITE, null);
      graphics.dispose();
    }
    return rgb;
  }

  private static boolean isGreyWithAlpha(ColorModel colors) {
    return colors.hasAlpha()
        && colors.getNumColorComponents() == 1
        && !(colors instanceof IndexColorModel);
  }

  // Java takes such greys for linear light and would draw them lighter than they are.
  private static void drawGrey(Raster grey, BufferedImage rgb) {
    int width = grey.getWidth();
    int shift = grey.getSampleModel().getSampleSize(0) - Byte.SIZE;
    int[] samples = new int[2 * width];
    for (int y = 0; y < grey.getHeight(); y++) {
      grey.getPixels(0, y, width, 1, samples);
      for (int x = 0; x < width; x++) {
        int alpha = samples[2 * x + 1] >> shift;
        int level = ((samples[2 * x] >> shift) * alpha + WHITE * (WHITE - alpha)) / WHITE;
        rgb.setRGB(x, y, level << 16 | level << 8 | level);
      }
    }
  }
}
