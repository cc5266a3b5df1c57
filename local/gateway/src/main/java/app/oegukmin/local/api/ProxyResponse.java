package app.oegukmin.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** Reads a function's response and refuses what API Gateway refuses (aws §2 #14 to #20). */
final class ProxyResponse {

  private static final Set<String> KEYS =
      Set.of("statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded");

  private ProxyResponse() {}

  /**
   * The response for the caller.
   *
   * @param decode whether a body in Base64 is to be decoded
   * @throws GatewayException 502 when the function's response is malformed, 500 for broken Base64
   */
  static ApiResponse of(JsonNode response, boolean decode) throws GatewayException {
    require(response.isObject() && !response.isEmpty(), "it is no object with known keys");
    for (Map.Entry<String, JsonNode> entry : response.properties()) {
      require(KEYS.contains(entry.getKey()), "it has the key " + entry.getKey());
    }
    JsonNode body = response.path("body");
    JsonNode base64 = response.path("isBase64Encoded");
    require(body.isTextual() || isAbsent(body), "body is no text");
    require(base64.isBoolean() || isAbsent(base64), "isBase64Encoded is no boolean");
    return new ApiResponse(
        status(response.path("statusCode")),
        ResponseHeaders.of(response.path("headers"), response.path("multiValueHeaders")),
        bytes(isAbsent(body) ? "" : body.asText(), decode && base64.asBoolean()));
  }

  private static int status(JsonNode status) throws GatewayException {
    if (isAbsent(status)) {
      return 200;
    }
    require(status.asText().matches("[1-5]\\d\\d"), "statusCode is " + status);
    return status.asInt();
  }

  private static byte[] bytes(String body, boolean decode) throws GatewayException {
    try {
      return decode ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw GatewayException.because(Failure.API_CONFIGURATION_ERROR, "body is no Base64");
    }
  }

  static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  static void require(boolean condition, String complaint) throws GatewayException {
    if (!condition) {
      throw GatewayException.because(
          Failure.BAD_GATEWAY, "Malformed Lambda proxy response: " + complaint);
    }
  }
}
