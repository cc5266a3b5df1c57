package app.oegukmin.speech;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Reads recordings as phones make them: RIFF/WAVE, PCM, 16 bit, one or two channels, at most 30
 * seconds. Chunks may come in any order and be of any kind (D-P5). No size that a file states is
 * believed before the bytes are there.
 */
final class WavReader {

  /** The largest file: what fits into a request of Lambda, which gets it in Base64. */
  static final int LARGEST = 4 * 1024 * 1024;

  static final int MOST_SECONDS = 30;

  private static final String WANTED =
      "Send a WAV recording (RIFF/WAVE, PCM, 16 bit, mono or stereo, 8, 16, 44.1 or 48 kHz)";

  private static final int RIFF_HEADER = 12;
  private static final int CHUNK_HEADER = 8;

  private WavReader() {}

  /**
   * The sound of a file, two channels as their mean.
   *
   * @throws RecordingException for any other file; the message says what to send
   */
  static Recording read(byte[] file) {
    if (file.length > LARGEST) {
      throw new RecordingException("Send a recording of at most 4 MB");
    }
    ByteBuffer riff = riff(file);
    WavFormat format = chunk(riff, "fmt ").flatMap(WavFormat::read).orElseThrow(WavReader::other);
    ByteBuffer data = chunk(riff, "data").orElseThrow(WavReader::other);
    if (data.remaining() % format.frame() != 0) {
      throw other();
    }
    int frames = data.remaining() / format.frame();
    if (frames == 0) {
      throw new RecordingException("Send a recording that is not empty");
    }
    if (frames > MOST_SECONDS * format.rate()) {
      throw new RecordingException("Send a recording of at most " + MOST_SECONDS + " seconds");
    }
    return new Recording(format.rate(), mono(data, format.channels(), frames));
  }

  private static RecordingException other() {
    return new RecordingException(WANTED);
  }

  /** What the RIFF chunk holds after its type. */
  private static ByteBuffer riff(byte[] file) {
    ByteBuffer all = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (file.length < RIFF_HEADER || !named(all, 0, "RIFF") || !named(all, 8, "WAVE")) {
      throw other();
    }
    long end = CHUNK_HEADER + size(all, 0);
    if (end < RIFF_HEADER || end > file.length) {
      throw cut();
    }
    return slice(all, RIFF_HEADER, (int) end - RIFF_HEADER);
  }

  /** The first chunk with a name; all are walked, so that one that lies is met in any case. */
  private static Optional<ByteBuffer> chunk(ByteBuffer riff, String name) {
    Optional<ByteBuffer> found = Optional.empty();
    int at = 0;
    while (riff.limit() - at >= CHUNK_HEADER) {
      int start = at + CHUNK_HEADER;
      long size = size(riff, at);
      if (size > riff.limit() - start) {
        throw cut();
      }
      if (found.isEmpty() && named(riff, at, name)) {
        found = Optional.of(slice(riff, start, (int) size));
      }
      // An odd chunk is followed by a byte that its size does not count.
      at = start + (int) (size + size % 2);
    }
    return found;
  }

  private static RecordingException cut() {
    return new RecordingException("Send the whole recording: its sizes do not fit its bytes");
  }

  private static boolean named(ByteBuffer bytes, int at, String name) {
    for (int i = 0; i < name.length(); i++) {
      if (bytes.get(at + i) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The size that the header of a chunk states, from 0 to 2^32 - 1. */
  private static long size(ByteBuffer bytes, int at) {
    return Integer.toUnsignedLong(bytes.getInt(at + 4));
  }

  private static ByteBuffer slice(ByteBuffer bytes, int at, int length) {
    return bytes.slice(at, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static short[] mono(ByteBuffer data, int channels, int frames) {
    short[] samples = new short[frames];
    for (int i = 0; i < frames; i++) {
      int first = data.getShort();
      samples[i] = (short) (channels == 1 ? first : (first + data.getShort()) / 2);
    }
    return samples;
  }
}
