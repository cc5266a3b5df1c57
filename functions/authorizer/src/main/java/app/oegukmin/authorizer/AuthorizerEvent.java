package app.oegukmin.authorizer;

import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The event of a REQUEST authorizer (aws §1.1).
 *
 * <p>Not {@code APIGatewayCustomAuthorizerEvent}: that class has lost the caller's user agent, and
 * the runtime reads it with a second Jackson of its own, 0.3 seconds of CPU at the first event
 * after a start. Authorizers start before every other function does. A test compares the two.
 */
record AuthorizerEvent(JsonNode event) {

  static AuthorizerEvent read(InputStream event) throws IOException {
    return new AuthorizerEvent(Json.MAPPER.readTree(event));
  }

  /** The Authorization header whatever its case, empty when it is missing or blank. */
  Optional<String> authorization() {
    return StreamSupport.stream(event.path("headers").properties().spliterator(), false)
        .filter(header -> header.getKey().equalsIgnoreCase("Authorization"))
        .map(Map.Entry::getValue)
        .map(JsonNode::asText)
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  /** The ticket of a browser's handshake, empty when it is missing or blank. */
  Optional<String> ticket() {
    return Optional.of(event.at("/queryStringParameters/ticket").asText())
        .filter(ticket -> !ticket.isBlank());
  }

  String method() {
    return event.path("httpMethod").asText();
  }

  /** The path as the template spells it. */
  String resource() {
    return event.path("resource").asText();
  }

  /** The route that the verdict is about, for the log. */
  String route() {
    JsonNode key = event.at("/requestContext/routeKey");
    return key.isTextual() ? key.asText() : method() + " " + resource();
  }

  /** The address at the other end of the connection; X-Forwarded-For is not trusted. */
  String sourceIp() {
    return event.at("/requestContext/identity/sourceIp").asText();
  }

  // All methods of the stage. A policy has at most 512 characters (aws §1.1), a path may have more
  // (F-6); and no result is used for another call, because its lifetime is zero (template.yaml).
  private String stage() {
    String[] parts = event.path("methodArn").asText().split("/", 3);
    return parts[0] + "/" + parts[1] + "/*";
  }

  void answer(Verdict verdict, OutputStream answer) throws IOException {
    ObjectNode body = Json.MAPPER.createObjectNode().put("principalId", verdict.principal());
    ObjectNode policy = body.putObject("policyDocument").put("Version", "2012-10-17");
    policy
        .putArray("Statement")
        .addObject()
        .put("Action", "execute-api:Invoke")
        .put("Effect", verdict.allowed() ? "Allow" : "Deny")
        .put("Resource", stage());
    verdict.planKey().ifPresent(key -> body.put("usageIdentifierKey", key));
    ObjectNode context = body.putObject("context");
    verdict.context().forEach(context::put);
    Json.MAPPER.writeValue(answer, body);
  }
}
