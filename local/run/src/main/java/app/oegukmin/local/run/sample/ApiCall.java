package app.oegukmin.local.run.sample;

import app.oegukmin.local.function.FunctionError;
import app.oegukmin.local.function.Functions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Calls a function as API Gateway does for a member, past the authorizer and its limits: a whole
 * community writes within a second.
 */
final class ApiCall {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Functions functions;

  ApiCall(Functions functions) {
    this.functions = functions;
  }

  /**
   * Sends a JSON body.
   *
   * @return what is in the envelope
   * @throws IllegalStateException when the response is no success
   */
  JsonNode json(String function, String method, String path, String uid, String role, Object body) {
    ObjectNode event = event(method, path, uid, role, "application/json");
    event.put("body", JSON.valueToTree(body).toString()).put("isBase64Encoded", false);
    return invoke(function, path, event);
  }

  /** The same for a body of several parts. */
  JsonNode multipart(String function, String path, String uid, String role, Multipart body) {
    ObjectNode event = event("POST", path, uid, role, body.contentType());
    event
        .put("body", Base64.getEncoder().encodeToString(body.bytes()))
        .put("isBase64Encoded", true);
    return invoke(function, path, event);
  }

  private static ObjectNode event(
      String method, String path, String uid, String role, String contentType) {
    ObjectNode event = JSON.createObjectNode();
    event.put("resource", path).put("path", path).put("httpMethod", method);
    event.putObject("headers").put("content-type", contentType);
    event.putObject("multiValueHeaders").putArray("content-type").add(contentType);
    ObjectNode context = event.putObject("requestContext");
    context.put("httpMethod", method).put("resourcePath", path).put("stage", "live");
    context.putObject("identity").put("sourceIp", "127.0.0.1");
    context.putObject("authorizer").put("userId", uid).put("role", role).put("principalId", uid);
    return event;
  }

  private JsonNode invoke(String function, String path, ObjectNode event) {
    try {
      byte[] payload = event.toString().getBytes(StandardCharsets.UTF_8);
      JsonNode response = JSON.readTree(functions.invoke(function, payload));
      if (response.path("statusCode").asInt() / 100 != 2) {
        throw new IllegalStateException(path + " responds " + response);
      }
      return JSON.readTree(response.path("body").asText()).path("response");
    } catch (IOException e) {
      throw new UncheckedIOException("A function responds JSON", e);
    } catch (FunctionError e) {
      throw new IllegalStateException(function + " fails", e);
    }
  }
}
