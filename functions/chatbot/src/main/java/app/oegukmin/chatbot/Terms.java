package app.oegukmin.chatbot;

import static java.lang.Character.UnicodeScript.HAN;

import app.oegukmin.shared.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

  private static final Pattern RUN =
      Pattern.compile("[\\p{IsHangul}]+|[\\p{IsHan}]+|[\\p{L}\\p{N}&&[^\\p{IsHangul}\\p{IsHan}]]+");

  /** Cut off the end of a Korean word of which two characters are left. */
  private static final Pattern PARTICLE =
      Pattern.compile(
          "(?<=..)(?:하려면|려면|하면|으면|하나요|해야|하는|했는데|는데|하지|합니까|했어요|해요|하고|되나요|되는|됩니까"
              + "|으로|에서는|에서|에게|한테|까지|부터|이나|라도|이란|이라는|에는|에도|인가요|이에요|예요|이랑|어야|아야|여야|야"
              + "|은|는|이|가|을|를|에|의|도|로|와|과|만|랑|면)$");

  private static final Pattern KOREAN_FRAME =
      Pattern.compile(
          "(?:언제|어디|어떻|어떤|어느|어때|무엇|무슨|뭐|뭔|몇|누가|누구|얼마|알려|있나|있어|있을|있는|있습"
              + "|되나|되는|됩니|하나요|하려|합니|해야|싶|주세|가능|인가요|건가요|나요|까요|받을|받나|궁금|가르쳐).*"
              + "|제가|저는|나는|대해|대한|관련|방법|하면|하고|돼요|되요|할까요|될까요|안에|하는|그리고|또는"
              + "|내야|가야|해요|받아야|필요해요|필요한가요|그럼|정도|지금");
  private static final Pattern CHINESE_FRAME =
      Pattern.compile(
          "什么时候|为什么|以后|之后|以前|之前|必须|开始|一般|怎么样|怎么办|什么|怎么|怎样|如何|哪里|哪儿|哪些|哪个|何时|可以|需要|请问|应该|多少"
              + "|能不能|有没有|我们|吗|呢|的|了|是|在|我|有|能|要|几|谁|和|到|会|吧|想|从");
  private static final Set<String> ENGLISH_FRAME =
      Set.of(
          ("a an the of to in on at for from by with and or is are was be been do does did can could will"
                  + " would should may must have has i me my we our you your it its this that these those"
                  + " what when where which who whom why how much many long there any some if as about"
                  + " please tell get s t m not no so than then into until up out am need want")
              .split(" ", -1));

  /**
   * A word of a question.
   *
   * @param word without its particle
   * @param text what to look for in texts: of an English word its beginning
   * @param latin whether words must begin with it
   */
  record Term(String word, String text, boolean latin) {

    int weight() {
      return latin ? 2 : Math.max(1, text.length() - 1);
    }

    private Stream<String> searched() {
      boolean chinese = Character.UnicodeScript.of(word.codePointAt(0)) == HAN;
      return chinese && word.length() > 2
          ? IntStream.range(1, word.length()).mapToObj(i -> word.substring(i - 1, i + 1))
          : Stream.of(word);
    }

    /** How much of it is in a text, from 0 to 1. */
    double in(SearchedText where) {
      if (latin) {
        return where.hasWord(text) ? 1 : 0;
      }
      if (text.length() == 1) {
        return where.has(text) ? 1 : 0;
      }
      int pairs = text.length() - 1;
      int found = 0;
      for (int i = 0; i < pairs; i++) {
        found += where.has(text.substring(i, i + 2)) ? 1 : 0;
      }
      return (double) found / pairs;
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
    String stem = PARTICLE.matcher(word).replaceFirst("");
    if (stem.length() > 1 && !KOREAN_FRAME.matcher(word).matches()) {
      terms.add(new Term(stem, stem, false));
    }
  }

  private static void chinese(String run, List<Term> terms) {
    for (String part : CHINESE_FRAME.split(run, -1)) {
      if (part.length() > 1) {
        terms.add(new Term(part, part, false));
      }
    }
  }

  private static void latin(String word, List<Term> terms) {
    if (!ENGLISH_FRAME.contains(word)) {
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
