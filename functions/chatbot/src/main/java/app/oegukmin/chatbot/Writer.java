package app.oegukmin.chatbot;

import app.oegukmin.chatbot.ChatbotFailure.Kind;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.shared.retry.Retries;
import app.oegukmin.shared.search.Passage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Has a model write answers, and keeps them for a day: of equal questions over equal passages one
 * is paid for, also when two race. Requests share nothing but the table (D-B2).
 */
final class Writer {

  private static final Duration CALL = Duration.ofSeconds(18);
  private static final Duration WAIT = Duration.ofSeconds(15);
  private static final TypeReference<List<CitedSentence>> SENTENCES = new TypeReference<>() {};

  private final ModelKey key;
  private final Model model;
  private final AnswerTable table;
  private final Clock clock;
  private final RandomGenerator random;
  private final Backoff backoff;

  Writer(
      ModelKey key,
      Model model,
      AnswerTable table,
      Clock clock,
      RandomGenerator random,
      Backoff backoff) {
    this.key = key;
    this.model = model;
    this.table = table;
    this.clock = clock;
    this.random = random;
    this.backoff = backoff;
  }

  /**
   * Sentences from these passages; none when they say nothing about the question.
   *
   * @param end when the request must have its response
   * @throws ChatbotFailure when they cannot be written now
   */
  List<CitedSentence> write(Question question, List<Passage> passages, Instant end) {
    AnswerKey name = AnswerKey.of(key.get(), question, passages);
    String claim = Long.toHexString(random.nextLong());
    Retries looks = backoff.within(shorter(WAIT, end), clock);
    while (!table.claim(name, claim, clock.instant())) {
      Optional<String> kept = table.sentences(name, clock.instant());
      if (kept.isPresent()) {
        return sentences(kept.get());
      }
      if (!looks.pause()) {
        throw new ChatbotFailure(Kind.BUSY, "An equal question is being answered");
      }
    }
    return claimed(question, passages, name, claim, end);
  }

  private List<CitedSentence> claimed(
      Question question, List<Passage> passages, AnswerKey name, String claim, Instant end) {
    boolean done = false;
    try {
      Prompt prompt = Prompt.of(question, passages, random);
      String text = model.complete(prompt, shorter(CALL, end)).text();
      List<CitedSentence> sentences = Citations.keep(text, passages.size());
      done = true;
      table.keep(name, claim, json(sentences), clock.instant());
      return sentences;
    } finally {
      if (!done) {
        table.abandon(name, claim);
      }
    }
  }

  private Duration shorter(Duration most, Instant end) {
    Duration left = Duration.between(clock.instant(), end);
    if (!left.isPositive()) {
      throw new ChatbotFailure(Kind.BUSY, "No time is left");
    }
    return left.compareTo(most) < 0 ? left : most;
  }

  private static String json(List<CitedSentence> sentences) {
    try {
      return Json.MAPPER.writeValueAsString(sentences);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Sentences are always JSON", e);
    }
  }

  private static List<CitedSentence> sentences(String json) {
    try {
      return Json.MAPPER.readValue(json, SENTENCES);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The table holds no sentences", e);
    }
  }
}
