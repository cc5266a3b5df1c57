package app.oegukmin.shared.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A way in which a word of a query may be found, whatever the engine.
 *
 * @param kind how the text is looked for
 * @param analyzer the analyzer of the field, by its name in analysis.json
 * @param field where it is looked for
 * @param text what is looked for
 * @param boost what its score is multiplied by
 */
record WordWay(Kind kind, String analyzer, String field, String text, float boost) {

  // Shorter beginnings of English words would find nearly everything.
  private static final int SHORTEST_BEGINNING = 3;

  // A letter or digit between others that are neither, in a word that has more.
  private static final Pattern LONE =
      Pattern.compile(
          "(?<![\\p{L}\\p{Nd}])[\\p{L}\\p{Nd}](?=[^\\p{L}\\p{Nd}])|[^\\p{L}\\p{Nd}][\\p{L}\\p{Nd}]$");

  /** How a text is looked for. */
  enum Kind {
    /** The terms that the analyzer makes of it, one after the other. */
    PHRASE,
    /** Terms that begin with it. */
    BEGINNING,
    /** Terms that end with it. */
    END
  }

  /** The ways of a word, any of which will do; the best of them counts. */
  static List<WordWay> of(String word) {
    List<WordWay> ways = new ArrayList<>();
    for (String analyzer : SearchFields.ANALYZERS) {
      if (!analyzer.equals(SearchFields.PAIRS) || hasPairs(word)) {
        for (Kind kind : kinds(analyzer, word)) {
          ways.add(
              new WordWay(
                  kind, analyzer, SearchFields.title(analyzer), word, SearchFields.TITLE_BOOST));
          ways.add(new WordWay(kind, analyzer, SearchFields.body(analyzer), word, 1));
        }
      }
    }
    return ways;
  }

  // A single letter has no pair, but pairs have it; an English word may be typed in part.
  private static List<Kind> kinds(String analyzer, String word) {
    boolean letters = word.codePoints().allMatch(Character::isLetterOrDigit);
    boolean single = word.codePointCount(0, word.length()) == 1;
    if (letters && single && analyzer.equals(SearchFields.PAIRS)) {
      return List.of(Kind.PHRASE, Kind.BEGINNING, Kind.END);
    }
    boolean part =
        analyzer.equals(SearchFields.ENGLISH)
            && word.length() >= SHORTEST_BEGINNING
            && isLatin(word);
    return letters && part ? List.of(Kind.PHRASE, Kind.BEGINNING) : List.of(Kind.PHRASE);
  }

  // Pairs would find AI in AIDS; and of 3,300, whose 3 has no pair, they would know the rest alone.
  private static boolean hasPairs(String word) {
    return !isLatin(word) && !LONE.matcher(word).find();
  }

  private static boolean isLatin(String word) {
    return word.codePoints()
        .allMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN);
  }
}
