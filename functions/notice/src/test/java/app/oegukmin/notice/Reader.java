package app.oegukmin.notice;

import app.oegukmin.shared.json.Json;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Calls the function with the recorded events, changed as a test wants. */
record Reader(RequestStreamHandler function) {

  /** The list that {@code events/notice-list.json} asks for. */
  Answer list() throws IOException {
    return call(event("notice-list"));
  }

  /** A list with some query parameters and no others. */
  Answer list(Map<String, String> query) throws IOException {
    ObjectNode event = event("notice-list");
    ObjectNode single = event.putObject("queryStringParameters");
    ObjectNode multiple = event.putObject("multiValueQueryStringParameters");
    query.forEach(
        (name, value) -> {
          single.put(name, value);
          multiple.putArray(name).add(value);
        });
    return call(event);
  }

  /** A list without any query. */
  Answer listPlainly() throws IOException {
    ObjectNode event = event("notice-list");
    event.putNull("queryStringParameters").putNull("multiValueQueryStringParameters");
    return call(event);
  }

  /** A notice in full. */
  Answer read(Object id) throws IOException {
    ObjectNode event = event("notice-read");
    event.put("path", "/api/announcement/" + id);
    event.withObject("/pathParameters").put("id", id.toString());
    event.withObject("/requestContext").put("path", "/api/announcement/" + id);
    return call(event);
  }

  private static ObjectNode event(String name) throws IOException {
    Path file = Path.of(System.getProperty("project.root"), "events", name + ".json");
    return (ObjectNode) Json.MAPPER.readTree(file.toFile());
  }

  private Answer call(ObjectNode event) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    byte[] input = Json.MAPPER.writeValueAsBytes(event);
    function.handleRequest(new ByteArrayInputStream(input), output, null);
    JsonNode answer = Json.MAPPER.readTree(output.toByteArray());
    return new Answer(
        answer.path("statusCode").asInt(), Json.MAPPER.readTree(answer.path("body").asText()));
  }

  /** What the app gets. */
  record Answer(int status, JsonNode body) {

    JsonNode response() {
      return body.path("response");
    }

    JsonNode notices() {
      return response().path("announcements");
    }

    /** The titles of a list. */
    List<String> titles() {
      return notices().findValuesAsText("title");
    }
  }
}
