package app.oegukmin.speech;

import java.util.List;
import java.util.Optional;

/** The scores of a whole recording, by the algorithm of contract §6.8. */
final class Scoring {

  private Scoring() {}

  /**
   * The scores of what was said.
   *
   * @param segments in order, none when nothing was recognised
   */
  static SpeechView of(Sentence sentence, List<Segment> segments) {
    List<String> reference = sentence.words();
    List<Word> said = segments.stream().flatMap(segment -> segment.words().stream()).toList();
    List<Word> words = WordDiff.of(reference, said);
    Optional<Segment> last =
        segments.isEmpty() ? Optional.empty() : Optional.of(segments.getLast());
    return new SpeechView(
        last.map(Segment::text).orElse(null),
        last.map(Segment::accuracy).orElse(null),
        last.map(Segment::pronunciation).orElse(null),
        last.map(Segment::completeness).orElse(null),
        last.map(Segment::fluency).orElse(null),
        accuracy(words),
        completeness(words, reference.size()),
        fluency(segments),
        words.stream().map(WordView::of).toList());
  }

  private static double accuracy(List<Word> words) {
    return words.stream()
        .filter(word -> !word.is(Word.INSERTION))
        .mapToDouble(Word::accuracy)
        .average()
        .orElse(0);
  }

  private static double completeness(List<Word> words, int wanted) {
    long good = words.stream().filter(word -> word.is(Word.NONE)).count();
    return wanted == 0 ? 0 : Math.min(100, 100.0 * good / wanted);
  }

  private static double fluency(List<Segment> segments) {
    double all = segments.stream().mapToDouble(Scoring::weight).sum();
    double weighed =
        segments.stream().mapToDouble(segment -> segment.fluency() * weight(segment)).sum();
    return all == 0 ? 0 : weighed / all;
  }

  // A segment whose duration Azure does not say counts a little, rather than not at all.
  private static double weight(Segment segment) {
    return Math.max(1, segment.duration());
  }
}
