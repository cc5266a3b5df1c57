package app.oegukmin.qna;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** What the board must show after some events: kept in memory, as simply as it can be said. */
final class BoardModel {

  /** A question and its answers by id. */
  static final class Asked {
    final String owner;
    String title;
    final TreeMap<Long, Answered> answers = new TreeMap<>();

    Asked(String owner, String title) {
      this.owner = owner;
      this.title = title;
    }
  }

  /** An answer and who likes it. */
  static final class Answered {
    final String owner;
    String text;
    final Set<String> likes = new HashSet<>();

    Answered(String owner, String text) {
      this.owner = owner;
      this.text = text;
    }
  }

  final TreeMap<Long, Asked> questions = new TreeMap<>();

  /** Any question, absent when there is none. */
  List<Long> anyQuestion(Random random) {
    return any(random, List.copyOf(questions.keySet()));
  }

  /** Any question that has answers, and one of them. */
  List<Long> anyAnswer(Random random) {
    List<Long> answers = new ArrayList<>();
    questions.values().forEach(asked -> answers.addAll(asked.answers.keySet()));
    return any(random, answers);
  }

  private static List<Long> any(Random random, List<Long> ids) {
    return ids.isEmpty() ? List.of() : List.of(ids.get(random.nextInt(ids.size())));
  }

  /** The answers among which one is. */
  Map<Long, Answered> answersWith(long id) {
    return questions.values().stream()
        .map(asked -> asked.answers)
        .filter(answers -> answers.containsKey(id))
        .findFirst()
        .orElseThrow();
  }

  /** The lines of the whole list of questions. */
  List<String> lines() {
    return questions.descendingMap().entrySet().stream()
        .map(
            asked ->
                "%d %s %d"
                    .formatted(
                        asked.getKey(), asked.getValue().title, asked.getValue().answers.size()))
        .toList();
  }

  /** The lines of a question's answers by likes, as a viewer sees them. */
  List<String> lines(long question, String viewer) {
    Comparator<Map.Entry<Long, Answered>> byLikes =
        Comparator.comparing(answer -> answer.getValue().likes.size());
    return questions.get(question).answers.entrySet().stream()
        .sorted(byLikes.thenComparing(Map.Entry::getKey).reversed())
        .map(
            answer ->
                "%d %s %d %s"
                    .formatted(
                        answer.getKey(),
                        answer.getValue().text,
                        answer.getValue().likes.size(),
                        answer.getValue().likes.contains(viewer)))
        .toList();
  }
}
