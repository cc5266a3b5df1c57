package app.oegukmin.local.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How FCM refuses a push.
 *
 * @param status of HTTP, and Google's word for it
 * @param code FCM's own word
 */
record FcmRefusal(int status, String word, String code, String message) {

  static final FcmRefusal UNAUTHENTICATED =
      new FcmRefusal(401, "UNAUTHENTICATED", "", "Request had invalid authentication credentials.");

  private static final FcmRefusal UNREGISTERED =
      new FcmRefusal(404, "NOT_FOUND", "UNREGISTERED", "Requested entity was not found.");
  private static final FcmRefusal BAD_TOKEN =
      invalid("The registration token is not a valid FCM registration token");

  private static final Set<String> FIELDS =
      Set.of("token", "notification", "data", "android", "apns");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_:-]{8,}");
  private static final int LARGEST = 4096;

  /**
   * Why FCM would refuse a push; empty when it takes it. A token that begins with {@code dead} is
   * of a phone that has removed the app.
   */
  static Optional<FcmRefusal> of(JsonNode push, int bytes) {
    JsonNode message = push.path("message");
    String token = message.path("token").asText();
    if (!message.isObject() || !known(message) || !texts(message.path("data"))) {
      return Optional.of(invalid("Invalid JSON payload received."));
    }
    if (!TOKEN.matcher(token).matches()) {
      return Optional.of(BAD_TOKEN);
    }
    if (bytes > LARGEST) {
      return Optional.of(invalid("Message too big"));
    }
    return token.startsWith("dead") ? Optional.of(UNREGISTERED) : Optional.empty();
  }

  private static boolean known(JsonNode message) {
    return message.propertyStream().allMatch(field -> FIELDS.contains(field.getKey()));
  }

  private static boolean texts(JsonNode data) {
    return data.valueStream().allMatch(JsonNode::isTextual);
  }

  private static FcmRefusal invalid(String message) {
    return new FcmRefusal(400, "INVALID_ARGUMENT", "INVALID_ARGUMENT", message);
  }

  /** The body of the response. */
  String json() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode error = body.putObject("error");
    error.put("code", status).put("message", message).put("status", word);
    if (!code.isEmpty()) {
      error
          .putArray("details")
          .addObject()
          .put("@type", "type.googleapis.com/google.firebase.fcm.v1.FcmError")
          .put("errorCode", code);
    }
    return body.toString();
  }
}
