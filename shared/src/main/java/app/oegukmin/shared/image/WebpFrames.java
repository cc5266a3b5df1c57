package app.oegukmin.shared.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads the sizes in a WebP's chunks: the file's header may promise a small picture and a frame in
 * it may be a large one, for which the decoder would make room.
 */
final class WebpFrames {

  private static final int FIRST_CHUNK = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int FRAME_HEADER = 16;
  private static final int SIDE = 0x3fff;

  private WebpFrames() {}

  /** The pixels of the largest frame; 0 when there is none. */
  static long largest(byte[] webp) {
    return largest(ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN), FIRST_CHUNK, webp.length);
  }

  private static long largest(ByteBuffer webp, int from, int end) {
    long largest = 0;
    int at = from;
    while (at + CHUNK_HEADER + 10 <= end) {
      byte[] name = new byte[4];
      webp.get(at, name);
      int body = at + CHUNK_HEADER;
      long length = webp.getInt(at + 4) & 0xffff_ffffL;
      int next = (int) Math.min(end, body + length + (length & 1));
      long pixels =
          switch (new String(name, StandardCharsets.ISO_8859_1)) {
            case "VP8 " -> pixels(webp.getShort(body + 6) & SIDE, webp.getShort(body + 8) & SIDE);
            case "VP8L" -> lossless(webp.getInt(body + 1));
            case "ANMF" -> largest(webp, body + FRAME_HEADER, next);
            default -> 0;
          };
      largest = Math.max(largest, pixels);
      at = next;
    }
    return largest;
  }

  private static long lossless(int sides) {
    return pixels((sides & SIDE) + 1, (sides >>> 14 & SIDE) + 1);
  }

  private static long pixels(long width, long height) {
    return width * height;
  }
}
