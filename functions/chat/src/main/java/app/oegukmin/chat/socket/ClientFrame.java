package app.oegukmin.chat.socket;

import app.oegukmin.chat.ChatRefusal;
import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a client has sent, and the frames that respond to it. */
record ClientFrame(JsonNode json) {

  /** The frame in a text; one without an action where the text is no JSON object. */
  static ClientFrame of(String text) {
    try {
      JsonNode read = Json.MAPPER.readTree(text);
      return new ClientFrame(read.isObject() ? read : Json.MAPPER.createObjectNode());
    } catch (JsonProcessingException e) {
      return new ClientFrame(Json.MAPPER.createObjectNode());
    }
  }

  String action() {
    return json.path("action").asText();
  }

  /**
   * The room.
   *
   * @throws ChatRefusal when it is no positive number: there is no such room
   */
  long room() {
    long room = number("room", ChatRefusal.Reason.ROOM_NOT_FOUND);
    if (room == 0) {
      throw new ChatRefusal(ChatRefusal.Reason.ROOM_NOT_FOUND);
    }
    return room;
  }

  /**
   * The id of a message, 0 for none.
   *
   * @throws ChatRefusal when it is no number
   */
  long id(String field) {
    return number(field, ChatRefusal.Reason.INVALID);
  }

  private long number(String field, ChatRefusal.Reason otherwise) {
    JsonNode value = json.path(field);
    if (!value.canConvertToExactIntegral() || !value.canConvertToLong() || value.asLong() < 0) {
      throw new ChatRefusal(otherwise);
    }
    return value.asLong();
  }

  /** A text, or something else that is none; null when it is absent. */
  Object value(String field) {
    JsonNode value = json.path(field);
    return value.isMissingNode() || value.isNull()
        ? null
        : value.isTextual() ? value.asText() : value;
  }

  /** The frame that says that it was done. */
  String responded(String type, Object view) {
    ObjectNode response = about(type);
    response.setAll(Json.MAPPER.<ObjectNode>valueToTree(view));
    return response.toString();
  }

  /** The frame that says that it was not, in the words that HTTP has. */
  String refused(String code, String message, long retryAfter) {
    ObjectNode response = about("error").put("code", code).put("message", message);
    if (json.path("action").isTextual()) {
      response.put("action", action());
    }
    if (retryAfter > 0) {
      response.put("retryAfter", retryAfter);
    }
    return response.toString();
  }

  // What a client tells responses apart by; nothing that it chooses comes back but these two.
  private ObjectNode about(String type) {
    ObjectNode response = Json.MAPPER.createObjectNode().put("type", type);
    if (json.path("room").isIntegralNumber()) {
      response.set("room", json.path("room"));
    }
    if (json.path("clientId").isTextual()) {
      response.set("clientId", json.path("clientId"));
    }
    return response;
  }

  /** Shows nothing of the text. */
  @Override
  public String toString() {
    return "ClientFrame[" + action() + "]";
  }
}
