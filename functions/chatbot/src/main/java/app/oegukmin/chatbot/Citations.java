package app.oegukmin.chatbot;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps of a model's text what has a source. A model may invent, or obey what a passage or a
 * question tells it; whatever it writes, only this reaches a reader: at most three sentences, each
 * of which names passages that there are, without links and markup.
 */
final class Citations {

  private static final int MOST = 3;
  private static final int LONGEST_TEXT = 8_000;
  private static final int LONGEST_SENTENCE = 500;
  private static final int FEWEST_LETTERS = 2;
  private static final Pattern BRACKETS = Pattern.compile("[\\[\\]［］【】〔〕]");
  private static final Pattern SPACE_BEFORE_END = Pattern.compile("\\s+(?=[.!?,。！？，])");

  private Citations() {}

  /**
   * The first three sentences that have a source.
   *
   * @param passages how many passages the model was given
   */
  static List<CitedSentence> keep(String text, int passages) {
    String start = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    return Sentences.of(Citation.mark(SafeText.plain(start))).stream()
        .flatMap(sentence -> sentence(sentence, passages).stream())
        .limit(MOST)
        .toList();
  }

  private static Optional<CitedSentence> sentence(String marked, int passages) {
    List<Integer> sources = Citation.numbers(marked);
    String text = words(Citation.remove(marked));
    boolean cited =
        !sources.isEmpty() && sources.stream().allMatch(each -> each >= 1 && each <= passages);
    boolean readable =
        text.length() <= LONGEST_SENTENCE
            && text.codePoints().filter(Character::isLetter).count() >= FEWEST_LETTERS;
    return cited && readable && !SafeText.hasLink(text)
        ? Optional.of(new CitedSentence(text, sources))
        : Optional.empty();
  }

  private static String words(String text) {
    String bare = BRACKETS.matcher(text).replaceAll("").replaceAll("\\s+", " ").strip();
    return SPACE_BEFORE_END.matcher(bare).replaceAll("");
  }
}
