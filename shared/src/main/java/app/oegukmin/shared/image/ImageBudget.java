package app.oegukmin.shared.image;

/**
 * What one picture may cost. Dimensions are read from its header before anything is decoded.
 *
 * @param pixels of JPEG, PNG and GIF, which are read smaller than they are; a progressive JPEG
 *     needs up to 8 bytes each all the same
 * @param webpPixels of WebP, whose decoder holds all of it
 * @param scans how often a decoder may have to go over a JPEG
 */
record ImageBudget(long pixels, long webpPixels, int scans) {

  /** For a function of 2,048 MB that reads one picture at a time (docs/pictures.md). */
  static final ImageBudget OF_A_FUNCTION = new ImageBudget(50_000_000, 25_000_000, 100);

  /** Whether a picture of a format, with these sides as its header says, may be decoded. */
  boolean covers(ImageFormat format, byte[] bytes, long width, long height) {
    return switch (format) {
      case JPEG -> width * height <= pixels && JpegScans.count(bytes) <= scans;
      case PNG, GIF -> width * height <= pixels;
      case WEBP -> Math.max(width * height, WebpFrames.largest(bytes)) <= webpPixels;
    };
  }
}
