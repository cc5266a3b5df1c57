package app.oegukmin.shared.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes PNGs by hand: of kinds that Java does not write, and such as claim to be what they are
 * not.
 */
final class PngBytes {

  private static final int GREY_ALPHA = 4;

  private PngBytes() {}

  /** A PNG of one grey. */
  static byte[] of(int width, int height, int grey, int alpha) {
    byte[] lines = new byte[height * (1 + 2 * width)];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * (1 + 2 * width) + 1 + 2 * x;
        lines[at] = (byte) grey;
        lines[at + 1] = (byte) alpha;
      }
    }
    return Samples.join(
        start(width, height), chunk("IDAT", deflate(lines)), chunk("IEND", new byte[0]));
  }

  /** The same with a text of a size, packed small, before the picture. */
  static byte[] withText(int size) {
    byte[] png = of(40, 40, 128, 255);
    byte[] start = start(40, 40);
    byte[] text = Samples.join(Samples.latin("Comment\0\0"), deflate(new byte[size]));
    return Samples.join(
        start, chunk("zTXt", text), Arrays.copyOfRange(png, start.length, png.length));
  }

  /** The beginning of a PNG that claims a size. */
  static byte[] start(int width, int height) {
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put((byte) 8)
            .put((byte) GREY_ALPHA)
            .array();
    return Samples.join(Samples.latin("\u0089PNG\r\n\u001a\n"), chunk("IHDR", header));
  }

  private static byte[] chunk(String name, byte[] body) {
    byte[] named = Samples.join(name.getBytes(StandardCharsets.US_ASCII), body);
    CRC32 sum = new CRC32();
    sum.update(named);
    return ByteBuffer.allocate(named.length + 8)
        .putInt(body.length)
        .put(named)
        .putInt((int) sum.getValue())
        .array();
  }

  private static byte[] deflate(byte[] bytes) {
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(bytes);
      deflater.finish();
      byte[] packed = new byte[bytes.length + 100];
      return Arrays.copyOf(packed, deflater.deflate(packed));
    }
  }
}
