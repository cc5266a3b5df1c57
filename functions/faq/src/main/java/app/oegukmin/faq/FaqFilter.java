package app.oegukmin.faq;

import app.oegukmin.shared.faq.Faq;
import app.oegukmin.shared.faq.FaqPost;
import app.oegukmin.shared.post.PostText;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which FAQ entries a list has. Null and blank are no filter.
 *
 * @param cursorId 0 for the first page
 * @param word part of title, question or answer, in any case
 */
record FaqFilter(Long cursorId, String language, String word, String tag) {

  Optional<String> wantedLanguage() {
    return wanted(language);
  }

  Optional<String> wantedWord() {
    return PostText.word(word);
  }

  boolean hasTag(Faq faq) {
    return wanted(tag).map(faq.tag()::equals).orElse(true);
  }

  /** Whether an entry has a word of {@link #wantedWord}. */
  static boolean has(FaqPost post, String word) {
    return Stream.of(post.faq().title(), post.question(), post.answer())
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(word));
  }

  private static Optional<String> wanted(String text) {
    return Optional.ofNullable(text).filter(given -> !given.isBlank());
  }
}
