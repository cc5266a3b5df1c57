package app.oegukmin.shared.member;

import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A message to each function that keeps something of members: remove what was this one's. Handling
 * it twice does no harm, and it harms nobody who has signed up again meanwhile.
 *
 * @param id the Firebase uid
 * @param publicId what others knew the member by
 * @param deletedDate when the account was deleted, as its item says
 */
public record MemberRemoval(String id, String publicId, String deletedDate) {

  private static final int VERSION = 1;

  /**
   * Reads a message.
   *
   * @throws IllegalArgumentException when it is none of ours
   */
  public static MemberRemoval parse(String json) {
    try {
      JsonNode message = Json.MAPPER.readTree(json);
      MemberRemoval removal =
          new MemberRemoval(
              message.path("id").asText(),
              message.path("publicId").asText(),
              message.path("deletedDate").asText());
      if (message.path("v").asInt() != VERSION || !removal.complete()) {
        throw new IllegalArgumentException("Not a removal");
      }
      return removal;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not JSON", e);
    }
  }

  private boolean complete() {
    return !id.isEmpty() && !publicId.isEmpty() && !deletedDate.isEmpty();
  }

  /** The same for each delivery of the same work: {@code publicId:deletedDate}. */
  public String key() {
    return publicId + ":" + deletedDate;
  }

  /** The message that {@link #parse} reads. */
  public String json() {
    return Json.MAPPER
        .createObjectNode()
        .put("v", VERSION)
        .put("key", key())
        .put("id", id)
        .put("publicId", publicId)
        .put("deletedDate", deletedDate)
        .toString();
  }

  /** Shows no personal data. */
  @Override
  public String toString() {
    return "MemberRemoval[" + key() + "]";
  }
}
