package app.oegukmin.shared.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Finds a polyglot: a picture that is a page, a program or an archive as well. What is stored is
 * always encoded anew and bears nothing of it; who sends such a thing is refused nevertheless.
 */
final class ForeignContent {

  // Camera data is XML too, but has none of these elements.
  private static final Pattern PAGE =
      Pattern.compile("(?i:<(?:html|script|!doctype)[\\s>/])|<svg[\\s>]|<\\?php|%PDF-");

  // The record at the end of an archive, which its comment, 64 KB at most, may follow.
  private static final String ARCHIVE = "PK\u0005\u0006";
  private static final int ARCHIVE_END = 22 + 65_535;

  private ForeignContent() {}

  /** Whether bytes hold markup, a program or the end of a ZIP archive. */
  static boolean in(byte[] bytes) {
    return text(bytes, Math.max(0, bytes.length - ARCHIVE_END)).contains(ARCHIVE)
        || PAGE.matcher(text(bytes, 0)).find();
  }

  private static String text(byte[] bytes, int from) {
    return new String(Arrays.copyOfRange(bytes, from, bytes.length), StandardCharsets.ISO_8859_1);
  }
}
