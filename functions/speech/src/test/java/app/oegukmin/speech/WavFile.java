package app.oegukmin.speech;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/** Writes WAV files chunk by chunk, good ones and others. */
final class WavFile {

  private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();

  /** A plain recording of some seconds of a tone. */
  static byte[] tone(int rate, int channels, double seconds, double hertz) {
    short[] samples = new short[(int) (rate * seconds)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (10_000 * Math.sin(2 * Math.PI * hertz * i / rate));
    }
    return new WavFile().format(1, channels, rate, 16).data(channels, samples).whole();
  }

  /** A recording that no other is like. */
  static byte[] noise(RandomGenerator random, double seconds) {
    short[] samples = new short[(int) (16_000 * seconds)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) random.nextInt(-8_000, 8_000);
    }
    return new WavFile().format(1, 1, 16_000, 16).data(1, samples).whole();
  }

  WavFile format(int tag, int channels, int rate, int bits) {
    int frame = channels * bits / 8;
    byte[] bytes = new byte[16];
    ByteBuffer format = little(bytes);
    format.putShort((short) tag).putShort((short) channels).putInt(rate).putInt(rate * frame);
    format.putShort((short) frame).putShort((short) bits);
    return chunk("fmt ", bytes);
  }

  /** The same samples in each channel. */
  WavFile data(int channels, short... samples) {
    byte[] bytes = new byte[samples.length * channels * 2];
    ByteBuffer data = little(bytes);
    for (short sample : samples) {
      for (int channel = 0; channel < channels; channel++) {
        data.putShort(sample);
      }
    }
    return chunk("data", bytes);
  }

  WavFile chunk(String name, byte[] content) {
    return chunk(name, content.length, content);
  }

  /** A chunk whose header may state another size than it has. */
  WavFile chunk(String name, int size, byte[] content) {
    chunks.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
    byte[] stated = new byte[4];
    little(stated).putInt(size);
    chunks.writeBytes(stated);
    chunks.writeBytes(content);
    if (content.length % 2 != 0) {
      chunks.write(0);
    }
    return this;
  }

  byte[] whole() {
    return whole(chunks.size() + 4);
  }

  /** A file that may state another size than it has. */
  byte[] whole(int size) {
    byte[] bytes = new byte[12 + chunks.size()];
    ByteBuffer file = little(bytes);
    file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(size);
    file.put("WAVE".getBytes(StandardCharsets.US_ASCII)).put(chunks.toByteArray());
    return bytes;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
