package app.oegukmin.translator;

import app.oegukmin.shared.language.Language;
import java.util.List;
import java.util.Optional;

/** A vendor of machine translation out of Korean. */
public interface Translator {

  /** The largest text every vendor takes in one call, in UTF-8 bytes (Amazon Translate's limit). */
  int MAX_TEXT_BYTES = 10_000;

  /** False when no vendor is configured: then nothing is translated and Korean is served. */
  boolean ready();

  /** Why no call would succeed right now, empty when one may. */
  default Optional<TranslationFailure> refusal() {
    return Optional.empty();
  }

  /**
   * Spreads texts over as few calls as the vendor's limits allow, in order.
   *
   * @param texts each at most {@link #MAX_TEXT_BYTES} long
   */
  List<List<String>> calls(List<String> texts);

  /**
   * Translates the texts of one call, or none of them.
   *
   * @param call one of {@link #calls}
   * @throws TranslationFailure when it fails
   */
  Translated translate(List<String> call, TextFormat format, Language target);
}
