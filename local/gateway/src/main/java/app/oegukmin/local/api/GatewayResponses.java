package app.oegukmin.local.api;

import app.oegukmin.template.GatewayResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Renders the gateway's own responses (aws §1.3, §2 #25, #26). */
final class GatewayResponses {

  private static final String JSON = "application/json";

  private static final String MESSAGE = "{\"message\":$context.error.messageString}";

  /** The only response that AWS spells with a capital. */
  private static final String ACCESS_DENIED = MESSAGE.replace("message\"", "Message\"");

  private static final GatewayResponse BUILT_IN =
      new GatewayResponse("", OptionalInt.empty(), Map.of(), Map.of());

  private static final Map<Failure, GatewayResponse> UNCHANGEABLE =
      Map.of(Failure.REQUEST_TOO_LARGE, BUILT_IN, Failure.HEADERS_TOO_LARGE, BUILT_IN);

  private final Map<String, GatewayResponse> configured = new HashMap<>();

  GatewayResponses(List<GatewayResponse> responses) {
    responses.forEach(response -> configured.put(response.type(), response));
  }

  /** The response for a refusal: by the type's own settings, else its family's, else AWS's. */
  ApiResponse render(GatewayException refusal, Exchange exchange) {
    Failure failure = refusal.failure();
    GatewayResponse response = settings(failure);
    var variables = new ContextVariables(exchange, failure, refusal.getMessage());
    Map.Entry<String, String> template = template(response, failure);
    Headers headers = Headers.none().with("Content-Type", template.getKey());
    for (Map.Entry<String, String> mapping : response.headers().entrySet()) {
      var value = variables.map(mapping.getValue());
      if (value.isPresent()) {
        headers = headers.without(mapping.getKey()).with(mapping.getKey(), value.get());
      }
    }
    return new ApiResponse(
        response.status().orElse(failure.status()),
        headers.with("x-amzn-ErrorType", failure.errorType()),
        variables.fill(template.getValue()).getBytes(StandardCharsets.UTF_8));
  }

  private GatewayResponse settings(Failure failure) {
    GatewayResponse family = configured.getOrDefault(failure.family(), BUILT_IN);
    return UNCHANGEABLE.getOrDefault(failure, configured.getOrDefault(failure.name(), family));
  }

  private static Map.Entry<String, String> template(GatewayResponse response, Failure failure) {
    Map<String, String> templates = response.templates();
    if (templates.isEmpty()) {
      return Map.entry(JSON, failure == Failure.ACCESS_DENIED ? ACCESS_DENIED : MESSAGE);
    }
    return templates.containsKey(JSON)
        ? Map.entry(JSON, templates.get(JSON))
        : templates.entrySet().iterator().next();
  }
}
