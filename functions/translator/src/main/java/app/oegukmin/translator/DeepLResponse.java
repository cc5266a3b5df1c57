package app.oegukmin.translator;

import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What DeepL responds to a call. Only the texts are sure to be there.
 *
 * @param texts the translations, in order
 * @param billedCharacters 0 when DeepL does not say it of each text
 */
record DeepLResponse(List<String> texts, long billedCharacters) {

  /** Reads a body; empty when it is not a list of translations that all have a text. */
  static Optional<DeepLResponse> read(String body) {
    JsonNode translations = translations(body);
    List<JsonNode> texts = translations.valueStream().map(each -> each.path("text")).toList();
    if (!translations.isArray() || !texts.stream().allMatch(JsonNode::isTextual)) {
      return Optional.empty();
    }
    return Optional.of(
        new DeepLResponse(texts.stream().map(JsonNode::asText).toList(), billed(translations)));
  }

  private static JsonNode translations(String body) {
    try {
      return Json.MAPPER.readTree(body).path("translations");
    } catch (JsonProcessingException e) {
      return Json.MAPPER.missingNode();
    }
  }

  private static long billed(JsonNode translations) {
    List<JsonNode> billed =
        translations.valueStream().map(each -> each.path("billed_characters")).toList();
    return billed.stream().allMatch(JsonNode::isIntegralNumber)
        ? billed.stream().mapToLong(JsonNode::asLong).sum()
        : 0;
  }
}
