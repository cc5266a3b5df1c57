package app.oegukmin.qna;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * Which questions a list has.
 *
 * @param cursorId 0 for the first page
 * @param word part of title or text; null and blank are no filter
 * @param tag null and blank are no filter
 */
record QuestionFilter(Long cursorId, String word, String tag) {

  /** The word as {@link QuestionPost#has} takes it. */
  Optional<String> wantedWord() {
    return Optional.ofNullable(word)
        .filter(given -> !given.isBlank())
        .map(given -> Normalizer.normalize(given, Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
  }

  Optional<String> wantedTag() {
    return Optional.ofNullable(tag).filter(given -> !given.isBlank());
  }
}
