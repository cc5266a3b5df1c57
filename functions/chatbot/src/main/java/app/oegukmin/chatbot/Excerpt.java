package app.oegukmin.chatbot;

import java.util.List;

/** Cuts the part out of a passage that is quoted. */
final class Excerpt {

  private static final int LONGEST = 240;

  private Excerpt() {}

  /**
   * The sentence that has most of a question's words, and what follows it. Sentences with links are
   * left out: members write answers, too.
   */
  static String of(Terms terms, String text) {
    List<String> sentences =
        Sentences.of(SafeText.plain(text)).stream()
            .map(SafeText::line)
            .filter(sentence -> !sentence.isEmpty() && !SafeText.hasLink(sentence))
            .toList();
    int best = 0;
    double most = 0;
    for (int i = 0; i < sentences.size(); i++) {
      double fits = terms.in(SearchedText.of(sentences.get(i)));
      if (fits > most) {
        best = i;
        most = fits;
      }
    }
    return cut(String.join(" ", sentences.subList(best, sentences.size())));
  }

  private static String cut(String text) {
    if (text.codePointCount(0, text.length()) <= LONGEST) {
      return text.isEmpty() ? "…" : text;
    }
    return text.substring(0, text.offsetByCodePoints(0, LONGEST)).strip() + "…";
  }
}
