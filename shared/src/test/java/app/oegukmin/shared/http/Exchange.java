package app.oegukmin.shared.http;

import app.oegukmin.shared.json.Json;
import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** One request as API Gateway hands it to a function (aws §2), and the response. */
final class Exchange {

  private final ObjectNode event = Json.MAPPER.createObjectNode();
  private final ObjectNode headers = event.putObject("multiValueHeaders");
  private final ObjectNode context = event.putObject("requestContext");

  private Exchange(String method, String path) {
    event.put("resource", path).put("path", path).put("httpMethod", method);
    event.putNull("multiValueQueryStringParameters").putNull("pathParameters").putNull("body");
    context.put("httpMethod", method).put("path", path).put("stage", "live");
    context.putObject("identity").put("sourceIp", "203.0.113.7");
    header("Host", "api.example.com");
  }

  static Exchange get(String path) {
    return new Exchange("GET", path);
  }

  static Exchange of(String method, String path) {
    return new Exchange(method, path);
  }

  /** The route, as the template spells it. */
  Exchange at(String resource) {
    event.put("resource", resource);
    return this;
  }

  /** A POST with a JSON body. */
  static Exchange post(String path, String json) {
    Exchange exchange = new Exchange("POST", path).header("Content-Type", "application/json");
    exchange.event.put("body", json);
    return exchange;
  }

  Exchange header(String name, String value) {
    headers.putArray(name).add(value);
    return this;
  }

  /** A query parameter without a value: the gateway sends none, other callers may. */
  Exchange emptyQuery(String name) {
    event.withObject("/multiValueQueryStringParameters").putArray(name);
    return this;
  }

  /** A query parameter, decoded as the gateway hands it on. */
  Exchange query(String name, String value) {
    event.withObject("/multiValueQueryStringParameters").putArray(name).add(value);
    return this;
  }

  /** The body in Base64, as the gateway sends what may be binary. */
  Exchange encoded() {
    byte[] body = event.path("body").asText().getBytes(StandardCharsets.UTF_8);
    event.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
    return this;
  }

  /** What the authorizer hands on. */
  Exchange authorized(String key, String value) {
    context.withObject("/authorizer").put(key, value).put("integrationLatency", 3);
    return this;
  }

  /** The response of an API, as the gateway reads it. */
  ProxyResponse with(JerseyApi api) {
    return with(api, null);
  }

  /** The response of an API in an invocation. */
  ProxyResponse with(JerseyApi api, Context invocation) {
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    try {
      byte[] bytes = Json.MAPPER.writeValueAsBytes(event);
      api.handle(new ByteArrayInputStream(bytes), response, invocation);
      return new ProxyResponse(Json.MAPPER.readTree(response.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JSON that a function returns to the gateway. */
  record ProxyResponse(JsonNode json) {

    int status() {
      return json.path("statusCode").asInt();
    }

    String text() {
      return json.path("body").asText();
    }

    JsonNode body() throws IOException {
      return Json.MAPPER.readTree(text());
    }

    String header(String name) {
      return json.at("/multiValueHeaders/" + name + "/0").asText();
    }
  }
}
