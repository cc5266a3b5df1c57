package app.oegukmin.local.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Texts that are looked for in one pass: a heap is large, and there are many of them. */
final class Texts {

  /** The texts as Latin-1, by their first byte. */
  private final byte[][][] byFirst = new byte[256][0][];

  Texts(List<String> texts) {
    for (String text : texts) {
      byte[] bytes = text.getBytes(ISO_8859_1);
      int first = bytes[0] & 0xff;
      byFirst[first] = Arrays.copyOf(byFirst[first], byFirst[first].length + 1);
      byFirst[first][byFirst[first].length - 1] = bytes;
    }
  }

  /** Any of them that occurs in the bytes. */
  Optional<String> firstIn(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      for (byte[] text : byFirst[bytes[i] & 0xff]) {
        int end = i + text.length;
        if (end <= bytes.length && Arrays.equals(bytes, i, end, text, 0, text.length)) {
          return Optional.of(new String(text, ISO_8859_1));
        }
      }
    }
    return Optional.empty();
  }
}
