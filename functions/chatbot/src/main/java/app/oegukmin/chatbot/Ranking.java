package app.oegukmin.chatbot;

import static java.util.Comparator.comparingDouble;

import app.oegukmin.shared.search.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The passages that were found for a question, the likeliest first. Of a notice in several
 * languages, the one in the asked language stands for all.
 *
 * @param best a few passages, of one document at most one
 * @param nearest the nearest notices, those included that hardly fit
 * @param fits how much of the question's words the best one has, from 0 to 1
 */
record Ranking(List<Passage> best, List<Passage> nearest, double fits) {

  /** Below it nothing is known about a question: half of its words, by weight. */
  static final double THRESHOLD = 0.5;

  private static final int BEST = 5;
  private static final int NEAREST = 3;
  private static final double TITLE = 0.3;
  private static final double FOUND = 0.2;
  private static final double ASKED = 0.05;
  private static final long FEWEST_LIKES = 3;
  private static final String NOTICE = "notice";

  private record Ranked(Passage passage, double fits, double score) {}

  /** Ranks what was found. */
  static Ranking of(Question question, List<Passage> found) {
    Terms terms = Terms.of(question.text());
    double highest = found.stream().mapToDouble(Passage::score).max().orElse(1);
    List<Ranked> ranked =
        found.stream()
            .filter(Ranking::isSource)
            .map(passage -> ranked(question, terms, passage, highest))
            .sorted(comparingDouble(Ranked::score).reversed())
            .toList();
    List<Passage> single = single(question, ranked);
    double fits = ranked.stream().mapToDouble(Ranked::fits).max().orElse(0);
    return new Ranking(
        single.stream().limit(BEST).toList(),
        single.stream().filter(each -> each.kind().equals(NOTICE)).limit(NEAREST).toList(),
        fits);
  }

  /** Whether something is known. */
  boolean known() {
    return fits >= THRESHOLD;
  }

  private static boolean isSource(Passage passage) {
    return switch (passage.kind()) {
      case NOTICE, "faq" -> true;
      case "answer" -> passage.likes() >= FEWEST_LIKES;
      default -> false;
    };
  }

  private static Ranked ranked(Question question, Terms terms, Passage passage, double highest) {
    double fits = terms.in(SearchedText.of(passage.title() + " " + passage.text()));
    double title = terms.in(SearchedText.of(passage.title()));
    double asked = passage.language().equals(question.language().tag()) ? ASKED : 0;
    double found = highest > 0 ? passage.score() / highest : 0;
    return new Ranked(passage, fits, fits + TITLE * title + FOUND * found + asked);
  }

  private static List<Passage> single(Question question, List<Ranked> ranked) {
    Set<String> seen = new HashSet<>();
    List<Passage> single = new ArrayList<>();
    for (Ranked each : ranked) {
      Passage passage = each.passage();
      if (seen.add(document(passage))) {
        single.add(asked(question, passage, ranked));
      }
    }
    return single;
  }

  private static Passage asked(Question question, Passage passage, List<Ranked> ranked) {
    return ranked.stream()
        .map(Ranked::passage)
        .filter(other -> document(other).equals(document(passage)))
        .max(Comparator.comparing(other -> other.language().equals(question.language().tag())))
        .orElse(passage);
  }

  // The translations of a notice share its page; answers share the page of their question.
  private static String document(Passage passage) {
    return passage.kind().equals(NOTICE) ? passage.link() : passage.kind() + passage.id();
  }
}
