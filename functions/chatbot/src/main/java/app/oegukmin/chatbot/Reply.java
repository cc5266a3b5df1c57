package app.oegukmin.chatbot;

import app.oegukmin.shared.search.Passage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes answers. Titles, dates and links come from rows, never from a model. */
final class Reply {

  private static final int QUOTED = 3;

  private Reply() {}

  /** Sentences of a model with their sources, which are numbered as they come up. */
  static String cited(Wording wording, List<CitedSentence> sentences, List<Passage> passages) {
    Set<Integer> cited = new LinkedHashSet<>();
    sentences.forEach(sentence -> cited.addAll(sentence.sources()));
    List<Integer> order = new ArrayList<>(cited);
    String text =
        sentences.stream()
            .map(sentence -> sentence.text() + " " + numbers(sentence, order))
            .collect(Collectors.joining(" "));
    List<Passage> sources = order.stream().map(number -> passages.get(number - 1)).toList();
    return text + sources(wording, sources);
  }

  private static String numbers(CitedSentence sentence, List<Integer> order) {
    return sentence.sources().stream()
        .map(number -> "[" + (order.indexOf(number) + 1) + "]")
        .collect(Collectors.joining());
  }

  /** The best passages, quoted. */
  static String quoted(Wording wording, Question question, List<Passage> passages) {
    Terms terms = Terms.of(question.text());
    List<Passage> best = passages.stream().limit(QUOTED).toList();
    String quotes =
        IntStream.range(0, best.size())
            .mapToObj(i -> "[%d] “%s”".formatted(i + 1, Excerpt.of(terms, best.get(i).text())))
            .collect(Collectors.joining("\n"));
    return wording.quotes() + "\n" + quotes + sources(wording, best);
  }

  /** That nothing is known, and the nearest notices. */
  static String unknown(Wording wording, List<Passage> nearest) {
    String list = nearest.stream().map(each -> "\n- " + line(each)).collect(Collectors.joining());
    return list.isEmpty()
        ? wording.unknown()
        : wording.unknown() + "\n\n" + wording.nearest() + list;
  }

  private static String sources(Wording wording, List<Passage> sources) {
    return IntStream.range(0, sources.size())
        .mapToObj(i -> "\n[%d] %s".formatted(i + 1, line(sources.get(i))))
        .collect(Collectors.joining("", "\n\n" + wording.sources(), ""));
  }

  private static String line(Passage source) {
    return title(source) + " · " + source.date() + " · " + source.link();
  }

  // Members write titles of questions.
  private static String title(Passage source) {
    String title = SafeText.line(source.title());
    return SafeText.hasLink(title) ? "…" : title;
  }
}
