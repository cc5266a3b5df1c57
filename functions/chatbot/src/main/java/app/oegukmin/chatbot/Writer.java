package app.oegukmin.chatbot;

import app.oegukmin.chatbot.ChatbotFailure.Kind;
import app.oegukmin.shared.claim.Claims;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.search.Passage;
import app.oegukmin.shared.secret.VendorKey;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Has a model write answers, and keeps them for a day: of equal questions over equal passages one
 * is paid for, also when two race. Requests share nothing but the table (D-B2).
 */
final class Writer {

  /** How long answers are kept. */
  static final Duration KEPT = Duration.ofDays(1);

  private static final Duration CALL = Duration.ofSeconds(18);
  private static final Duration WAIT = Duration.ofSeconds(15);
  private static final TypeReference<List<CitedSentence>> SENTENCES = new TypeReference<>() {};

  private final VendorKey key;
  private final Model model;
  private final Claims claims;
  private final Clock clock;
  private final RandomGenerator random;

  Writer(VendorKey key, Model model, Claims claims, Clock clock, RandomGenerator random) {
    this.key = key;
    this.model = model;
    this.claims = claims;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Sentences from these passages; none when they say nothing about the question.
   *
   * @param end when the request must have its response
   * @throws ChatbotFailure when they cannot be written now
   */
  List<CitedSentence> write(Question question, List<Passage> passages, Instant end) {
    AnswerKey name = AnswerKey.of(key.get(), question, passages);
    return claims
        .once(name.value(), shorter(WAIT, end), () -> json(written(question, passages, end)))
        .map(Writer::sentences)
        .orElseThrow(() -> new ChatbotFailure(Kind.BUSY, "An equal question is being answered"));
  }

  private List<CitedSentence> written(Question question, List<Passage> passages, Instant end) {
    Prompt prompt = Prompt.of(question, passages, random);
    String text = model.complete(prompt, shorter(CALL, end)).text();
    return Citations.keep(text, passages.size());
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
