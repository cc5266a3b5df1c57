package app.oegukmin.qna;

import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.post.Board;
import app.oegukmin.shared.post.PostCaches;
import app.oegukmin.shared.valkey.Codec;
import app.oegukmin.shared.valkey.GenerationCache;
import app.oegukmin.shared.valkey.Valkey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads answers: the rows of a question from its cache, texts and votes from their tables. */
final class AnswerReader {

  /** All answers of a question that there is, as they are cached. */
  record AnswerList(List<Answer> answers) {

    /** Whether it is worth keeping; the list is absent when a text of the cache is damaged. */
    boolean kept() {
      return answers != null && !answers.isEmpty();
    }
  }

  private static final Duration LIFETIME = Duration.ofMinutes(5);
  private static final Codec<AnswerList> CODEC = Codec.json(AnswerList.class, AnswerList::kept);

  private final Board board;
  private final QuestionTable questions;
  private final AnswerTable answers;
  private final VoteTable votes;

  AnswerReader(Board board, QuestionTable questions, AnswerTable answers, VoteTable votes) {
    this.board = board;
    this.questions = questions;
    this.answers = answers;
    this.votes = votes;
  }

  /** The answers of a question that are not hidden. */
  List<Answer> of(long question) {
    return board
        .valkey()
        .map(server -> cache(server, question).get("rows", () -> load(question)))
        .orElseGet(() -> load(question))
        .answers();
  }

  private static GenerationCache<AnswerList> cache(Valkey server, long question) {
    return new GenerationCache<>(server, PostCaches.answers(question), LIFETIME, CODEC);
  }

  private AnswerList load(long question) {
    return new AnswerList(answers.of(question));
  }

  /**
   * Some answers as a member sees them, in their order, by one round trip; none when their question
   * is gone or hidden: they outlive it for a moment.
   */
  List<AnswerView> views(long question, List<Answer> some, String viewer) {
    if (some.isEmpty()) {
      return List.of();
    }
    List<Long> ids = some.stream().map(Answer::id).toList();
    BatchRead batch = board.batch();
    questions.ask(batch, List.of(question));
    board.texts().ask(batch, ids.stream().map(Answer::key).toList());
    votes.ask(batch, viewer, ids);
    BatchRead.Found found = batch.read();
    Map<String, String> texts = board.texts().in(found);
    Set<Long> liked = votes.in(found);
    boolean shown = questions.in(found).stream().anyMatch(QuestionItems.Row::shown);
    return some.stream()
        .filter(answer -> shown)
        .filter(answer -> texts.containsKey(Answer.key(answer.id())))
        .map(
            answer ->
                AnswerView.of(answer, texts.get(Answer.key(answer.id())), viewer)
                    .liked(liked.contains(answer.id())))
        .toList();
  }

  /** An answer of a question as its author sees it, by one round trip. */
  Optional<AnswerView> find(long question, long id, String author) {
    BatchRead batch = board.batch();
    answers.ask(batch, question, id);
    board.texts().ask(batch, List.of(Answer.key(id)));
    BatchRead.Found found = batch.read();
    return answers
        .in(found, question)
        .flatMap(
            answer ->
                Optional.ofNullable(board.texts().in(found).get(Answer.key(id)))
                    .map(text -> AnswerView.of(answer, text, author)));
  }
}
