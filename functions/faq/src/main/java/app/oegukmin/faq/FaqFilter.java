package app.oegukmin.faq;

import app.oegukmin.shared.faq.Faq;
import app.oegukmin.shared.post.PostText;
import java.util.Optional;

/**
 * Which FAQ entries a list has. Null and blank are no filter.
 *
 * @param cursorId 0 for the first page
 * @param word of title, question or answer
 * @param sort {@code relevance} for one page of the best; with a word alone
 */
record FaqFilter(Long cursorId, String language, String word, String tag, String sort) {

  private static final String BY_RELEVANCE = "relevance";

  boolean byRelevance() {
    return BY_RELEVANCE.equals(sort);
  }

  Optional<String> wantedLanguage() {
    return wanted(language);
  }

  Optional<String> wantedWord() {
    return PostText.word(word);
  }

  Optional<String> wantedTag() {
    return wanted(tag);
  }

  boolean hasTag(Faq faq) {
    return wantedTag().map(faq.tag()::equals).orElse(true);
  }

  private static Optional<String> wanted(String text) {
    return Optional.ofNullable(text).filter(given -> !given.isBlank());
  }
}
