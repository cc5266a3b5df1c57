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
  Response list() throws IOException {
    return call(event("notice-list"));
  }

  /** A list with some query parameters and no others. */
  Response list(Map<String, String> query) throws IOException {
    return call(with(query, event("notice-list")));
  }

  /** The search that {@code events/notice-search.json} asks for, for another word. */
  Response search(String word) throws IOException {
    return search(Map.of("word", word));
  }

  /** A search with some query parameters and no others. */
  Response search(Map<String, String> query) throws IOException {
    return call(with(query, event("notice-search")));
  }

  /** Asks again for the list, naming what one has. */
  Response listUnless(String tag) throws IOException {
    ObjectNode event = event("notice-list");
    event.withObject("/multiValueHeaders").putArray("If-None-Match").add(tag);
    return call(event);
  }

  private static ObjectNode with(Map<String, String> query, ObjectNode event) {
    ObjectNode single = event.putObject("queryStringParameters");
    ObjectNode multiple = event.putObject("multiValueQueryStringParameters");
    query.forEach(
        (name, value) -> {
          single.put(name, value);
          multiple.putArray(name).add(value);
        });
    return event;
  }

  /** A list without any query. */
  Response listPlainly() throws IOException {
    ObjectNode event = event("notice-list");
    event.putNull("queryStringParameters").putNull("multiValueQueryStringParameters");
    return call(event);
  }

  /** A notice in full. */
  Response read(Object id) throws IOException {
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

  private Response call(ObjectNode event) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    byte[] input = Json.MAPPER.writeValueAsBytes(event);
    function.handleRequest(new ByteArrayInputStream(input), output, null);
    JsonNode response = Json.MAPPER.readTree(output.toByteArray());
    return new Response(
        response.path("statusCode").asInt(),
        response.path("multiValueHeaders"),
        Json.MAPPER.readTree(response.path("body").asText()));
  }

  /** What the app gets. */
  record Response(int status, JsonNode headers, JsonNode body) {

    String header(String name) {
      return headers.path(name).path(0).asText();
    }

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
