package app.oegukmin.shared.order;

import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A message of the menu order queue: read the menus around a day, as an administrator has ordered.
 *
 * @param at when it was ordered
 */
public record ReadMenus(LocalDate day, Instant at) {

  private static final int VERSION = 1;

  /**
   * Reads a message.
   *
   * @throws IllegalArgumentException when it is none of ours
   */
  public static ReadMenus parse(String json) {
    try {
      JsonNode message = Json.MAPPER.readTree(json);
      if (message.path("v").asInt() != VERSION) {
        throw new IllegalArgumentException("Not an order of menus");
      }
      return new ReadMenus(
          LocalDate.parse(message.path("day").asText()),
          Instant.parse(message.path("at").asText()));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not JSON", e);
    }
  }

  /** The same for each delivery of the same order: {@code <day>:<time>}. */
  public String key() {
    return day + ":" + at;
  }

  /** The message that {@link #parse} reads. */
  public String json() {
    return Json.MAPPER
        .createObjectNode()
        .put("v", VERSION)
        .put("key", key())
        .put("day", day.toString())
        .put("at", at.toString())
        .toString();
  }
}
