package app.oegukmin.speech;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Mono sound of 16 bit. */
final class Recording {

  /** Samples a second as Azure takes them (sites §5). */
  static final int RATE = 16_000;

  private static final int HEADER = 44;
  private static final int FORMAT = 16;
  private static final short PCM = 1;
  private static final short MONO = 1;

  private final int rate;
  private final short[] samples;

  /** Sound that nobody changes afterwards. */
  Recording(int rate, short[] samples) {
    this.rate = rate;
    this.samples = samples;
  }

  /** Samples a second. */
  int rate() {
    return rate;
  }

  /** The samples themselves, not to be changed. */
  short[] samples() {
    return samples;
  }

  /** Its length in seconds, begun ones included, as vendors bill. */
  int seconds() {
    return (samples.length + rate - 1) / rate;
  }

  /** The same sound at {@link #RATE}. */
  Recording resampled() {
    return rate == RATE ? this : new Recording(RATE, new Resampler(rate, RATE).resample(samples));
  }

  /** A WAV file of it, with the plain header that Azure takes. */
  byte[] wav() {
    int data = samples.length * Short.BYTES;
    ByteBuffer wav = ByteBuffer.allocate(HEADER + data).order(ByteOrder.LITTLE_ENDIAN);
    wav.put(ascii("RIFF")).putInt(HEADER - 8 + data).put(ascii("WAVE"));
    wav.put(ascii("fmt ")).putInt(FORMAT).putShort(PCM).putShort(MONO);
    wav.putInt(rate).putInt(rate * Short.BYTES);
    wav.putShort((short) Short.BYTES).putShort((short) Short.SIZE);
    wav.put(ascii("data")).putInt(data).asShortBuffer().put(samples);
    return wav.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
