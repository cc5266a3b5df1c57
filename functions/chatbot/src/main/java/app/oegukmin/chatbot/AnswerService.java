package app.oegukmin.chatbot;

import app.oegukmin.shared.metric.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers questions. Whatever fails, there is an answer, an apology at worst: the app locks its
 * input on any status but 200. Neither questions nor answers are logged (D-S14).
 */
final class AnswerService {

  // API Gateway waits 29 seconds.
  private static final Duration REQUEST = Duration.ofSeconds(25);

  private static final Logger LOG = LoggerFactory.getLogger(AnswerService.class);

  private final Passages passages;
  private final Optional<Writer> writer;
  private final Clock clock;
  private final Metrics metrics;

  /**
   * Rules over passages.
   *
   * @param writer empty to quote the passages
   */
  AnswerService(Passages passages, Optional<Writer> writer, Clock clock, Metrics metrics) {
    this.passages = passages;
    this.writer = writer;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** The answer in the asked language, with its sources. */
  String answer(Question question) {
    try {
      return found(question, clock.instant().plus(REQUEST));
    } catch (ChatbotFailure failure) {
      count(failure);
    } catch (RuntimeException e) {
      // Its message may hold what was asked.
      LOG.error("A question is not answered: {}", e.getClass().getName());
      metrics.count("ChatbotFailed", 1);
    }
    return Wording.of(question.language()).apology();
  }

  private void count(ChatbotFailure failure) {
    LOG.warn("A question is not answered by a model. {}", failure.getMessage());
    metrics.count(failure.kind().metric(), 1);
  }

  private String found(Question question, Instant end) {
    Ranking ranking = Ranking.of(question, passages.find(question));
    if (!ranking.known()) {
      return unknown(question, ranking);
    }
    return writer
        .map(model -> written(model, question, ranking, end))
        .orElseGet(() -> quoted(question, ranking));
  }

  private String written(Writer model, Question question, Ranking ranking, Instant end) {
    try {
      List<CitedSentence> sentences = model.write(question, ranking.best(), end);
      if (sentences.isEmpty()) {
        return unknown(question, ranking);
      }
      metrics.count("ChatbotAnswered", 1);
      return Reply.cited(Wording.of(question.language()), sentences, ranking.best());
    } catch (ChatbotFailure failure) {
      if (!failure.kind().allowsQuotes()) {
        throw failure;
      }
      count(failure);
      return quoted(question, ranking);
    }
  }

  private String quoted(Question question, Ranking ranking) {
    metrics.count("ChatbotQuoted", 1);
    return Reply.quoted(Wording.of(question.language()), question, ranking.best());
  }

  private String unknown(Question question, Ranking ranking) {
    metrics.count("ChatbotUnknown", 1);
    return Reply.unknown(Wording.of(question.language()), ranking.nearest());
  }
}
