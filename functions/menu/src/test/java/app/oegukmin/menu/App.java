package app.oegukmin.menu;

import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The shipped app before the menu function: sends the recorded event with other parameters. */
final class App {

  /** A response as the app sees it. */
  record Response(int status, JsonNode headers, String text) {

    JsonNode response() {
      try {
        return Json.MAPPER.readTree(text).path("response");
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    String header(String name) {
      return headers.path(name).path(0).asText();
    }
  }

  private final MenuHandler handler;

  App(Map<String, String> environment) {
    handler = new MenuHandler(environment);
  }

  Response daily(String date, String language) {
    return daily(Map.of("date", date, "language", language), Map.of());
  }

  Response daily(Map<String, String> parameters, Map<String, String> headers) {
    ObjectNode event = event("menu-daily", parameters);
    ObjectNode sent = (ObjectNode) event.get("multiValueHeaders");
    headers.forEach((name, value) -> sent.putArray(name).add(value));
    return call(event);
  }

  /** Asks with a query as it stands in the event, however odd. */
  Response daily(String query) {
    try {
      ObjectNode event = event("menu-daily", Map.of());
      event.set("multiValueQueryStringParameters", Json.MAPPER.readTree(query));
      event.putNull("queryStringParameters");
      return call(event);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Orders menus, as a member with a role. */
  Response crawl(Map<String, String> parameters, String role) {
    ObjectNode event = event("menu-crawl", parameters);
    ((ObjectNode) event.at("/requestContext/authorizer")).put("role", role);
    return call(event);
  }

  private static ObjectNode event(String name, Map<String, String> parameters) {
    try {
      Path file = Path.of(System.getProperty("project.root"), "events", name + ".json");
      ObjectNode event = (ObjectNode) Json.MAPPER.readTree(Files.readString(file));
      ObjectNode query = event.putObject("multiValueQueryStringParameters");
      parameters.forEach((parameter, value) -> query.putArray(parameter).add(value));
      return event;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Response call(ObjectNode event) {
    try {
      ByteArrayOutputStream response = new ByteArrayOutputStream();
      handler.handleRequest(
          new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(event)), response, null);
      JsonNode proxy = Json.MAPPER.readTree(response.toByteArray());
      return new Response(
          proxy.path("statusCode").asInt(),
          proxy.path("multiValueHeaders"),
          proxy.path("body").asText(""));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
