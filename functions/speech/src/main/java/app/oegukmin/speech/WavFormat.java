package app.oegukmin.speech;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/**
 * What a {@code fmt } chunk says of the samples, which have 16 bit.
 *
 * @param channels one or two
 * @param rate samples of each channel a second
 */
record WavFormat(int channels, int rate) {

  private static final Set<Integer> RATES = Set.of(8_000, 16_000, 44_100, 48_000);
  private static final int PLAIN = 16;
  private static final int EXTENSIBLE = 40;
  private static final int PCM = 1;
  private static final int SEE_SUBFORMAT = 0xfffe;
  private static final int SUBFORMAT = 24;

  /** Reads a chunk; empty when the samples are of another kind, or it contradicts itself. */
  static Optional<WavFormat> read(ByteBuffer chunk) {
    if (chunk.remaining() < PLAIN || encoding(chunk) != PCM) {
      return Optional.empty();
    }
    WavFormat format = new WavFormat(chunk.getShort(2), chunk.getInt(4));
    boolean taken =
        (format.channels == 1 || format.channels == 2)
            && RATES.contains(format.rate)
            && chunk.getShort(12) == format.frame()
            && chunk.getShort(14) == Short.SIZE;
    return taken ? Optional.of(format) : Optional.empty();
  }

  // Recorders of some makers write the longer form, which names the encoding further on.
  private static int encoding(ByteBuffer chunk) {
    int tag = Short.toUnsignedInt(chunk.getShort(0));
    return tag == SEE_SUBFORMAT && chunk.remaining() >= EXTENSIBLE
        ? Short.toUnsignedInt(chunk.getShort(SUBFORMAT))
        : tag;
  }

  /** Bytes of one sample of all channels. */
  int frame() {
    return channels * Short.BYTES;
  }
}
