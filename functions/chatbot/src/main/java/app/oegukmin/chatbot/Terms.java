package app.oegukmin.chatbot;

import static java.lang.Character.UnicodeScript.HAN;

import app.oegukmin.shared.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The words of a question that say what it is about, in three languages, without a dictionary: what
 * every question has is left out, Korean particles and English endings are cut off, and Korean and
 * Chinese words are compared by pairs of characters, so that compounds need no spaces.
 */
record Terms(List<Term> all) {

  private static final int LATIN_WEIGHT = 3;

  private static final Pattern RUN =
      Pattern.compile("[\\p{IsHangul}]+|[\\p{IsHan}]+|[\\p{L}\\p{N}&&[^\\p{IsHangul}\\p{IsHan}]]+");

  /** Cut off the end of a Korean word of which two characters are left. */
  private static final Pattern PARTICLE =
      Pattern.compile(
          "(?<=..)(?:하려면|려면|하면|으면|하나요|해야|하는|했는데|는데|하지|합니까|했어요|해요|하고|되나요|되는|됩니까"
              + "|으로|에서는|에서|에게|한테|까지|부터|이나|라도|이란|이라는|에는|에도|인가요|이에요|예요|이랑|어야|아야|여야|야"
              + "|은|는|이|가|을|를|에|의|도|로|와|과|만|랑|면)$");

  /** Cut off the end of what is left: what makes a verb of a noun. */
  private static final Pattern VERB = Pattern.compile("(?<=..)(?:하|되|할|될|했|됐|한|된|해|돼|받|있|없)$");

  /**
   * A word of a question.
   *
   * @param word without its particle
   * @param text what to look for in texts: of an English word its beginning
   * @param latin whether words must begin with it
   */
  record Term(String word, String text, boolean latin) {

    int weight() {
      if (FrameWords.isEverywhere(text)) {
        return 1;
      }
      return latin ? LATIN_WEIGHT : text.length();
    }

    private Stream<String> searched() {
      boolean chinese = Character.UnicodeScript.of(word.codePointAt(0)) == HAN;
      return chinese && word.length() > 2
          ? IntStream.range(1, word.length()).mapToObj(i -> word.substring(i - 1, i + 1))
          : Stream.of(word);
    }

    /** How much of it is in a text, from 0 to 1: its characters that are in a pair found there. */
    double in(SearchedText where) {
      if (latin) {
        return where.hasWord(text) ? 1 : 0;
      }
      int found = 0;
      int end = 0;
      for (int i = 1; i < text.length(); i++) {
        if (where.has(text.substring(i - 1, i + 1))) {
          found += i + 1 - Math.max(end, i - 1);
          end = i + 1;
        }
      }
      return (double) found / text.length();
    }
  }

  /** The terms of a question as it was typed; none when it says nothing. */
  static Terms of(String question) {
    List<Term> terms = new ArrayList<>();
    Matcher run = RUN.matcher(Folding.fold(question));
    while (run.find()) {
      String word = run.group();
      switch (Character.UnicodeScript.of(word.codePointAt(0))) {
        case HANGUL -> korean(word, terms);
        case HAN -> chinese(word, terms);
        default -> latin(word, terms);
      }
    }
    return new Terms(terms.stream().distinct().toList());
  }

  private static void korean(String word, List<Term> terms) {
    String stem = VERB.matcher(PARTICLE.matcher(word).replaceFirst("")).replaceFirst("");
    if (stem.length() > 1 && !FrameWords.hasKorean(word)) {
      terms.add(new Term(stem, stem, false));
    }
  }

  private static void chinese(String run, List<Term> terms) {
    for (String part : FrameWords.CHINESE.split(run, -1)) {
      if (part.length() > 1) {
        terms.add(new Term(part, part, false));
      }
    }
  }

  private static void latin(String word, List<Term> terms) {
    if (!FrameWords.hasEnglish(word)) {
      terms.add(new Term(word, stem(word), true));
    }
  }

  private static String stem(String word) {
    return word.length() < 4 ? word : word.replaceFirst("(?<=...)(?:ies|es|s|ing|ed|y|e)$", "");
  }

  /** The words that an index is to look for; long Chinese ones in pairs, as it knows no words. */
  String query() {
    return all.stream().flatMap(Term::searched).distinct().collect(Collectors.joining(" "));
  }

  /** How much of the terms is in a text, from 0 to 1; longer ones count more. */
  double in(SearchedText where) {
    double found = all.stream().mapToDouble(term -> term.weight() * term.in(where)).sum();
    int weight = all.stream().mapToInt(Term::weight).sum();
    return weight == 0 ? 0 : found / weight;
  }
}
