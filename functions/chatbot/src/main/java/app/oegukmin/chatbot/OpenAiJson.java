package app.oegukmin.chatbot;

import app.oegukmin.chatbot.ChatbotFailure.Kind;
import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;

/** Requests and responses of OpenAI's chat completions. */
final class OpenAiJson {

  private OpenAiJson() {}

  /** The request for a completion, without tools. */
  static String request(String model, Prompt prompt) {
    ObjectNode request = Json.MAPPER.createObjectNode().put("model", model);
    ArrayNode messages = request.putArray("messages");
    messages.addObject().put("role", "system").put("content", prompt.system());
    messages.addObject().put("role", "user").put("content", prompt.user());
    request.put("max_tokens", Prompt.MOST_WRITTEN).put("temperature", 0);
    return request.toString();
  }

  /**
   * The first choice of a response.
   *
   * @throws ChatbotFailure when it has no text
   */
  static Completion read(String body) {
    JsonNode response = parsed(body);
    JsonNode text = response.at("/choices/0/message/content");
    if (!text.isTextual() || text.asText().isBlank()) {
      throw new ChatbotFailure(Kind.UNREADABLE, "The response has no text");
    }
    return new Completion(text.asText(), tokens(response.at("/usage/total_tokens")));
  }

  private static JsonNode parsed(String body) {
    try {
      JsonNode response = Json.MAPPER.readTree(body);
      return response == null ? Json.MAPPER.missingNode() : response;
    } catch (JsonProcessingException e) {
      throw new ChatbotFailure(Kind.UNREADABLE, "The response is no JSON");
    }
  }

  private static OptionalLong tokens(JsonNode total) {
    return total.canConvertToLong() && total.asLong() > 0
        ? OptionalLong.of(total.asLong())
        : OptionalLong.empty();
  }
}
