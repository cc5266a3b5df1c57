package app.oegukmin.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** A function behind API Gateway: members, guests and administrators send it recorded events. */
public final class ApiFunction {

  /** A guest's uid. */
  public static final String GUEST = "";

  /** An administrator's uid. */
  public static final String ADMIN = "admin";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Handler handler;

  /** What handles an event as Lambda's runtime passes it. */
  @FunctionalInterface
  public interface Handler {

    /** Reads an event and writes a response. */
    void handle(InputStream event, OutputStream response) throws IOException;
  }

  /** A function that a handler of streams is. */
  public ApiFunction(Handler handler) {
    this.handler = handler;
  }

  /** Sends a recorded event with another body. */
  public ApiResponse call(String event, String uid, String body) {
    return send(recorded(event, uid).put("body", body));
  }

  /** Sends a recorded event with another {@code id} in its query. */
  public ApiResponse call(String event, String uid, long id) {
    return call(event, uid, Map.of("id", Long.toString(id)));
  }

  /** Sends a recorded event with another query. */
  public ApiResponse call(String event, String uid, Map<String, String> query) {
    ObjectNode recorded = recorded(event, uid);
    ObjectNode single = recorded.putObject("queryStringParameters");
    ObjectNode multiple = recorded.putObject("multiValueQueryStringParameters");
    query.forEach((name, value) -> single.put(name, value));
    query.forEach((name, value) -> multiple.putArray(name).add(value));
    return send(recorded);
  }

  /** A recorded event, sent by a member, a guest or an administrator. */
  public static ObjectNode recorded(String name, String uid) {
    Path file = Path.of(System.getProperty("project.root"), "events", name + ".json");
    try {
      ObjectNode event = (ObjectNode) JSON.readTree(file.toFile());
      ObjectNode caller = event.withObject("/requestContext").putObject("authorizer");
      if (!uid.isEmpty()) {
        caller.put("userId", uid).put("role", uid.equals(ADMIN) ? "ROLE_ADMIN" : "ROLE_USER");
      }
      return event;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends an event as it is. */
  public ApiResponse send(ObjectNode event) {
    try {
      ByteArrayOutputStream output = new ByteArrayOutputStream();
      handler.handle(new ByteArrayInputStream(JSON.writeValueAsBytes(event)), output);
      JsonNode response = JSON.readTree(output.toByteArray());
      return new ApiResponse(
          response.path("statusCode").asInt(),
          response.path("multiValueHeaders"),
          JSON.readTree(response.path("body").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
