package app.oegukmin.shared.search;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.text.Folding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is looked for. A document has to have every word; characters that mean something to an
 * engine's query language mean themselves.
 *
 * @param words folded, none empty
 * @param kinds of which kinds
 * @param languages in which languages, or in none; empty for any
 * @param group with which type or tag; empty for any
 */
public record SearchQuery(
    List<String> words, Set<SearchKind> kinds, Set<Language> languages, Optional<String> group) {

  /** More words, and longer ones, make a query dear and find nothing. */
  private static final int MOST_WORDS = 16;

  private static final int LONGEST_WORD = 100;
  private static final Pattern GAP = Pattern.compile("[ +]+");

  /** The query for a text as somebody typed it. A plus is a space (D-F6). */
  public static SearchQuery of(
      String text, Set<SearchKind> kinds, Set<Language> languages, Optional<String> group) {
    List<String> words =
        Stream.of(GAP.split(Folding.fold(text)))
            .filter(word -> !word.isEmpty())
            .map(word -> word.substring(0, word.offsetByCodePoints(0, shortened(word))))
            .limit(MOST_WORDS)
            .toList();
    return new SearchQuery(words, kinds, languages, group);
  }

  private static int shortened(String word) {
    return Math.min(LONGEST_WORD, word.codePointCount(0, word.length()));
  }
}
