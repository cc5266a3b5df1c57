package app.oegukmin.shared.order;

import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A message of the crawl queue: crawl all boards, as an administrator has ordered.
 *
 * @param at when it was ordered
 */
public record StartCrawl(Instant at) {

  private static final int VERSION = 1;
  private static final String KIND = "start";

  /** Reads a message, empty when it is of another kind. */
  public static Optional<StartCrawl> parse(String json) {
    try {
      JsonNode message = Json.MAPPER.readTree(json);
      return message.path("v").asInt() == VERSION && message.path("kind").asText().equals(KIND)
          ? Optional.of(new StartCrawl(Instant.parse(message.path("at").asText())))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** The same for each delivery of the same order: {@code start:<time>}. */
  public String key() {
    return KIND + ":" + at;
  }

  /** The message that {@link #parse} reads. */
  public String json() {
    return Json.MAPPER
        .createObjectNode()
        .put("v", VERSION)
        .put("kind", KIND)
        .put("key", key())
        .put("at", at.toString())
        .toString();
  }
}
