package app.oegukmin.crawler.fetch;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The charset of a page. Labels are often wrong, so the bytes decide: Korean text in another
 * charset is practically never valid UTF-8, and hardly any other text is valid windows-949.
 */
final class Charsets {

  /** Of bytes outside ASCII; with more broken characters, text is in another charset. */
  private static final int BROKEN_PERCENT = 5;

  private static final int REPLACEMENT = 0xFFFD;

  private Charsets() {}

  /**
   * How to read a page.
   *
   * @param named the charset that the header names; without one the page's own label counts
   */
  static Charset of(byte[] page, Optional<Charset> named) {
    Optional<Charset> wide = wide(page);
    if (wide.isPresent()) {
      return wide.get();
    }
    Optional<Charset> header = named.filter(Charsets::readsAscii);
    String text = new String(page, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0) {
      return likeliest(
          page, header.or(() -> CharsetLabel.within(page).filter(Charsets::readsAscii)));
    }
    boolean ascii = text.length() == page.length;
    return ascii ? header.orElse(StandardCharsets.UTF_8) : StandardCharsets.UTF_8;
  }

  private static Charset likeliest(byte[] page, Optional<Charset> label) {
    Charset best =
        Stream.concat(
                label.filter(Charsets::refuses).stream(),
                Stream.of(StandardCharsets.UTF_8, CharsetLabel.KOREAN))
            .min(Comparator.comparingLong(each -> broken(page, each)))
            .orElseThrow();
    boolean fits = broken(page, best) * 100 <= foreign(page) * BROKEN_PERCENT;
    return fits ? best : label.orElse(best);
  }

  // UTF-16 by its mark, or by the zero beside the first letter of markup.
  private static Optional<Charset> wide(byte[] page) {
    int first = page.length < 2 ? 0 : page[0] & 0xFF;
    int second = page.length < 2 ? 0 : page[1] & 0xFF;
    if ((first == 0xFE && second == 0xFF) || (first == 0 && second > 0)) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return (first == 0xFF && second == 0xFE) || (first > 0 && second == 0)
        ? Optional.of(StandardCharsets.UTF_16LE)
        : Optional.empty();
  }

  // A label that was read as ASCII names no UTF-16.
  private static boolean readsAscii(Charset charset) {
    return new String(new byte[] {'<'}, charset).equals("<");
  }

  // In a charset of one byte for each character any bytes are text.
  private static boolean refuses(Charset charset) {
    return charset.canEncode() && charset.newEncoder().maxBytesPerChar() > 1;
  }

  private static long foreign(byte[] page) {
    long count = 0;
    for (byte each : page) {
      count += each < 0 ? 1 : 0;
    }
    return count;
  }

  private static long broken(byte[] page, Charset charset) {
    return new String(page, charset).chars().filter(each -> each == REPLACEMENT).count();
  }
}
