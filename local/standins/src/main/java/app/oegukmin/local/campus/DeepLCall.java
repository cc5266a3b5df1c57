package app.oegukmin.local.campus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A call for translation, sent as JSON or, as DeepL's own library does, as a form.
 *
 * @param texts to be translated
 * @param target as the caller spells it
 * @param html whether tags are to be kept
 */
record DeepLCall(List<String> texts, String target, boolean html) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static DeepLCall of(CampusRequest request) throws JsonProcessingException {
    return request.header("content-type").startsWith("application/json")
        ? json(JSON.readTree(request.body()))
        : form(CampusRequest.form(request.body()));
  }

  private static DeepLCall json(JsonNode body) {
    List<String> texts = new ArrayList<>();
    body.path("text").forEach(text -> texts.add(text.asText()));
    return new DeepLCall(
        texts,
        body.path("target_lang").asText(),
        body.path("tag_handling").asText().equals("html"));
  }

  private static DeepLCall form(Map<String, List<String>> fields) {
    return new DeepLCall(
        fields.getOrDefault("text", List.of()),
        fields.getOrDefault("target_lang", List.of("")).getFirst(),
        fields.getOrDefault("tag_handling", List.of()).contains("html"));
  }

  /** The phrase book's language for the target, empty when there is none; bare EN is refused. */
  Optional<String> language() {
    return switch (target.toUpperCase(Locale.ROOT)) {
      case "EN-US", "EN-GB" -> Optional.of(PhraseBook.ENGLISH);
      case "ZH", "ZH-HANS" -> Optional.of(PhraseBook.CHINESE);
      default -> Optional.empty();
    };
  }
}
