package app.oegukmin.shared.menu;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.notice.Language;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A message of the translate queue, beside those for notices: whatever is not translated yet of one
 * day's menu. Handling it twice does no harm.
 *
 * @param language never Korean
 */
public record MenuTranslationRequest(LocalDate date, Language language) {

  private static final int VERSION = 1;
  private static final String KIND = "menu";

  /**
   * Reads a message, empty when it is of another kind.
   *
   * @throws IllegalArgumentException when it is of this kind but damaged
   */
  public static Optional<MenuTranslationRequest> parse(String json) {
    try {
      JsonNode message = Json.MAPPER.readTree(json);
      if (!message.path("kind").asText().equals(KIND)) {
        return Optional.empty();
      }
      Language language = Language.of(message.path("language").asText()).orElse(Language.KO);
      if (message.path("v").asInt() != VERSION || language == Language.KO) {
        throw new IllegalArgumentException("Not a menu to translate");
      }
      LocalDate date = LocalDate.parse(message.path("date").asText());
      return Optional.of(new MenuTranslationRequest(date, language));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("Not a menu to translate", e);
    }
  }

  /** The same for each delivery of the same work: {@code menu:date:language}. */
  public String key() {
    return KIND + ":" + date + ":" + language.tag();
  }

  /** The message that {@link #parse} reads. */
  public String json() {
    return Json.MAPPER
        .createObjectNode()
        .put("v", VERSION)
        .put("kind", KIND)
        .put("key", key())
        .put("date", date.toString())
        .put("language", language.tag())
        .toString();
  }
}
