package app.oegukmin.shared.image;

import java.awt.image.BufferedImage;
import java.io.IOException;

/** Reads what members send and writes what is served. Safe for use by many threads. */
public final class ImageCodec {

  /** The longer side of the large rendition, in pixels: the width of a phone held upright. */
  public static final int SCREEN = 1600;

  /** The longer side of the small rendition, in pixels. */
  public static final int THUMBNAIL = 320;

  private final ImageBudget budget;

  /** A codec for a function of 2,048 MB that reads one picture at a time. */
  public ImageCodec() {
    this(ImageBudget.OF_A_FUNCTION);
  }

  ImageCodec(ImageBudget budget) {
    this.budget = budget;
  }

  /**
   * The renditions of a JPEG (CMYK and rotated by EXIF too), PNG, GIF or WebP, of a moving picture
   * the first frame. What is transparent becomes white; no picture is made larger.
   *
   * @throws ImageException when the bytes are anything else, are broken or cut off, or would need
   *     more memory than there is
   */
  public Renditions render(byte[] bytes) throws ImageException {
    ImageFormat format = ImageFormat.of(bytes);
    if (ForeignContent.in(bytes)) {
      throw new ImageException(
          "This picture has a page or an archive in it. Send the picture alone");
    }
    try {
      BufferedImage decoded = new ImageDecoder(budget, 2 * SCREEN).decode(format, bytes);
      BufferedImage screen = Scaling.fit(decoded, SCREEN);
      BufferedImage upright =
          format == ImageFormat.JPEG ? ExifRotation.of(bytes).apply(screen) : screen;
      return new Renditions(
          JpegWriter.write(upright), JpegWriter.write(Scaling.fit(upright, THUMBNAIL)));
    } catch (ImageException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Decoders run out of arrays and of arguments as well as of input.
      throw new ImageException("This picture is broken. Send it again, or another one");
    }
  }
}
