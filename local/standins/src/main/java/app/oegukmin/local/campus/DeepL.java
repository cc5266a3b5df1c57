package app.oegukmin.local.campus;

import app.oegukmin.local.standin.CannedResponse;
import app.oegukmin.local.standin.FaultProfile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Plays DeepL: its address, its limits and its responses, with every tag kept (sites §3). It
 * translates from a phrase book; what is not in it stays Korean behind a mark.
 */
public final class DeepL implements CampusSite {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEY = "DeepL-Auth-Key ";
  private static final int LONGEST_BODY = 128 * 1024;
  private static final int MOST_TEXTS = 50;
  private static final long CHARACTER_LIMIT = 500_000;
  private static final int OK = 200;

  /** The translator waits 20 seconds. DeepL sends no {@code Retry-After} (sites §3). */
  static final FaultProfile FAULTS =
      new FaultProfile(
          Duration.ofSeconds(25),
          new CannedResponse(429, "application/json", "{\"message\":\"Too many requests\"}"),
          false,
          new CannedResponse(200, "application/json", "{\"translations\":[{\"detected_source_la"));

  private final PhraseBook phrases;
  private final AtomicInteger status = new AtomicInteger(OK);
  private final AtomicLong characters = new AtomicLong();

  DeepL(PhraseBook phrases) {
    this.phrases = phrases;
  }

  /** Refuses to translate from now on, say with 429 (too many requests) or 456 (quota used up). */
  public void refuse(int with) {
    status.set(with);
  }

  /** Translates again. */
  public void accept() {
    status.set(OK);
  }

  /** The characters billed so far: code points of the source. */
  public long characters() {
    return characters.get();
  }

  @Override
  public CampusReply answer(CampusRequest request) {
    String key = request.header("authorization");
    if (!key.startsWith(KEY) || key.substring(KEY.length()).isBlank()) {
      return CampusReply.empty(403);
    }
    return switch (request.path()) {
      case "/v2/usage" -> usage();
      case "/v2/translate" -> translation(request);
      default -> message(404, "Not found");
    };
  }

  private CampusReply usage() {
    ObjectNode usage = JSON.createObjectNode();
    usage.put("character_count", characters()).put("character_limit", CHARACTER_LIMIT);
    return CampusReply.json(200, usage.toString());
  }

  private CampusReply translation(CampusRequest request) {
    if (!request.method().equals("POST")) {
      return message(405, "Method not allowed");
    }
    if (request.body().getBytes(StandardCharsets.UTF_8).length > LONGEST_BODY) {
      return message(413, "Payload Too Large");
    }
    if (status.get() != OK) {
      return message(status.get(), "Staged by a test");
    }
    try {
      return translation(DeepLCall.of(request));
    } catch (JsonProcessingException e) {
      return message(400, "Body is no JSON");
    }
  }

  private CampusReply translation(DeepLCall call) {
    Optional<String> language = call.language();
    if (language.isEmpty()) {
      return message(400, "Value for 'target_lang' not supported.");
    }
    if (call.texts().isEmpty() || call.texts().size() > MOST_TEXTS) {
      return message(400, "Parameter 'text' must come 1 to " + MOST_TEXTS + " times.");
    }
    return translation(call.texts(), call.html(), language.get());
  }

  private CampusReply translation(List<String> texts, boolean html, String language) {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode translations = answer.putArray("translations");
    for (String text : texts) {
      long billed = text.codePoints().count();
      characters.addAndGet(billed);
      String translated =
          html
              ? new PhraseHtml(phrases, language).translate(text)
              : phrases.translate(text, language);
      translations
          .addObject()
          .put("detected_source_language", "KO")
          .put("text", translated)
          .put("billed_characters", billed);
    }
    return CampusReply.json(200, answer.toString());
  }

  private static CampusReply message(int status, String text) {
    return CampusReply.json(status, JSON.createObjectNode().put("message", text).toString());
  }
}
