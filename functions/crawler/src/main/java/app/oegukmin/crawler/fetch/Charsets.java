package app.oegukmin.crawler.fetch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The charset of a page. Headers are often wrong. Korean text in another charset is practically
 * never valid UTF-8, so bytes that are valid UTF-8 are read as UTF-8, whatever the header says.
 */
final class Charsets {

  private static final Charset KOREAN = Charset.forName("MS949");

  private Charsets() {}

  /**
   * How to read a page; empty to leave it to the page's own meta element.
   *
   * @param named the charset that the header names
   */
  static Optional<Charset> of(byte[] page, Optional<Charset> named) {
    if (valid(page, StandardCharsets.UTF_8)) {
      return ascii(page) ? named : Optional.of(StandardCharsets.UTF_8);
    }
    boolean lie = named.filter(StandardCharsets.UTF_8::equals).isPresent();
    return lie && valid(page, KOREAN) ? Optional.of(KOREAN) : named;
  }

  private static boolean ascii(byte[] page) {
    for (byte each : page) {
      if (each < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean valid(byte[] page, Charset charset) {
    try {
      charset.newDecoder().decode(ByteBuffer.wrap(page));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
