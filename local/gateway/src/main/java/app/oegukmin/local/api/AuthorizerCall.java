package app.oegukmin.local.api;

import app.oegukmin.local.function.Functions;
import app.oegukmin.template.Authorizer;
import app.oegukmin.template.Authorizer.IdentitySource;
import app.oegukmin.template.LocalNames;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Calls a REQUEST authorizer for one call (aws §1.1). */
final class AuthorizerCall {

  /** The longest method ARN in bytes. */
  private static final int ARN_LIMIT = 1600;

  private final Authorizer authorizer;
  private final AuthorizerFunction function;
  private final InstantSource clock;

  AuthorizerCall(Authorizer authorizer, Functions functions, InstantSource clock) {
    this.authorizer = authorizer;
    this.function = new AuthorizerFunction(authorizer, functions);
    this.clock = clock;
  }

  /**
   * Lets the call pass and puts what the authorizer knows into the context, or refuses.
   *
   * @throws GatewayException 401, 403 or 500
   */
  void admit(Exchange exchange) throws GatewayException {
    if (!identified(exchange)) {
      throw new GatewayException(Failure.UNAUTHORIZED);
    }
    long start = clock.millis();
    String methodArn = methodArn(exchange);
    ObjectNode event = ProxyEvent.forAuthorizer(exchange, methodArn);
    JsonNode response = function.ask(event);
    // Known to gateway responses even after a refusal.
    exchange
        .context()
        .set(
            "authorizer",
            function.context(response).put("integrationLatency", clock.millis() - start));
    JsonNode usageKey = response.path("usageIdentifierKey");
    if (usageKey.isTextual()) {
      exchange.nameKey(usageKey.asText());
    }
    function.judge(response, methodArn);
  }

  private boolean identified(Exchange exchange) throws GatewayException {
    Map<String, List<String>> query = Query.parse(exchange.request().query());
    return authorizer.identitySources().stream()
        .map(source -> value(source, exchange, query))
        .noneMatch(String::isEmpty);
  }

  private static String value(
      IdentitySource source, Exchange exchange, Map<String, List<String>> query) {
    String key = source.key();
    return switch (source.place()) {
      case HEADER -> exchange.request().headers().last(key).orElse("");
      case QUERY_STRING -> query.getOrDefault(key, List.of("")).getLast();
      case STAGE_VARIABLE -> exchange.stage().variables().getOrDefault(key, "");
      case CONTEXT -> exchange.context().at("/" + key.replace('.', '/')).asText("");
    };
  }

  private static String methodArn(Exchange exchange) throws GatewayException {
    String arn =
        "arn:aws:execute-api:%s:%s:%s/%s/%s%s"
            .formatted(
                LocalNames.REGION,
                LocalNames.ACCOUNT,
                Exchange.API_ID,
                exchange.stage().name(),
                exchange.request().method(),
                exchange.path());
    if (arn.getBytes(StandardCharsets.UTF_8).length > ARN_LIMIT) {
      throw new GatewayException(Failure.URI_TOO_LONG);
    }
    return arn;
  }
}
