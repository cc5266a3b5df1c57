package app.oegukmin.qna;

import app.oegukmin.shared.post.PostText;
import java.util.Optional;

/**
 * Which questions a list has.
 *
 * @param cursorId 0 for the first page
 * @param word part of title or text; null and blank are no filter
 * @param tag null and blank are no filter
 * @param sort {@code relevance} for one page of the best; with a word alone
 */
record QuestionFilter(Long cursorId, String word, String tag, String sort) {

  private static final String BY_RELEVANCE = "relevance";

  boolean byRelevance() {
    return BY_RELEVANCE.equals(sort);
  }

  Optional<String> wantedWord() {
    return PostText.word(word);
  }

  Optional<String> wantedTag() {
    return Optional.ofNullable(tag).filter(given -> !given.isBlank());
  }
}
