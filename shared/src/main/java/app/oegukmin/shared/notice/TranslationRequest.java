package app.oegukmin.shared.notice;

import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A message of the translate queue: one version of one article in one language. Handling it twice
 * does no harm.
 *
 * @param article the article part of its {@link NoticeId}
 * @param hash the version of the Korean original; when it has changed, a newer message exists
 * @param language never Korean
 */
public record TranslationRequest(long article, String hash, Language language) {

  private static final int VERSION = 1;

  /**
   * Reads a message.
   *
   * @throws IllegalArgumentException when it is none of ours
   */
  public static TranslationRequest parse(String json) {
    try {
      JsonNode message = Json.MAPPER.readTree(json);
      String hash = message.path("hash").asText();
      Language language = Language.of(message.path("language").asText()).orElse(Language.KO);
      if (message.path("v").asInt() != VERSION || hash.isEmpty() || language == Language.KO) {
        throw new IllegalArgumentException("Not a translation request");
      }
      return new TranslationRequest(message.path("article").asLong(), hash, language);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not JSON", e);
    }
  }

  /** The same for each delivery of the same work: {@code article:hash:language}. */
  public String key() {
    return article + ":" + hash + ":" + language.tag();
  }

  /** The message that {@link #parse} reads. */
  public String json() {
    return Json.MAPPER
        .createObjectNode()
        .put("v", VERSION)
        .put("key", key())
        .put("article", article)
        .put("hash", hash)
        .put("language", language.tag())
        .toString();
  }
}
