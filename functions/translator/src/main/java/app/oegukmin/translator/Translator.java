package app.oegukmin.translator;

import app.oegukmin.shared.notice.Language;
import java.util.List;
import java.util.function.BiConsumer;

/** A vendor of machine translation out of Korean. */
public interface Translator {

  /** The largest text every vendor takes in one call, in UTF-8 bytes (Amazon Translate's limit). */
  int MAX_TEXT_BYTES = 10_000;

  /** False when no vendor is configured: then nothing is translated and Korean is served. */
  boolean ready();

  /**
   * Translates texts, in as many calls as the vendor's limits demand.
   *
   * @param texts each at most {@link #MAX_TEXT_BYTES} long
   * @param paid receives each text with its translation as soon as a call has brought it, so that
   *     what is paid is kept when a later call fails
   * @throws TranslationFailure when a call fails; what {@code paid} has received stays valid
   */
  void translate(
      List<String> texts, TextFormat format, Language target, BiConsumer<String, String> paid);
}
