package app.oegukmin.local.api;

import app.oegukmin.local.function.TraceHeader;
import app.oegukmin.template.Api;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.UsagePlan;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One request on its way through the gateway, with {@code $context}: what the function sees as
 * {@code requestContext}. Route and authorizer add to it when they are known.
 */
final class Exchange {

  static final String API_ID = "local";

  private static final DateTimeFormatter REQUEST_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final List<String> UNUSED_IDENTITY =
      List.of(
          "accessKey",
          "accountId",
          "caller",
          "cognitoAuthenticationProvider",
          "cognitoAuthenticationType",
          "cognitoIdentityId",
          "cognitoIdentityPoolId",
          "principalOrgId",
          "user",
          "userArn");

  private final ApiRequest request;
  private final Api.Stage stage;
  private final ObjectNode context;
  private final String traceId;
  private Map<String, String> pathParameters = Map.of();
  private Optional<String> authorizersKey = Optional.empty();

  Exchange(ApiRequest request, Api.Stage stage, Instant now) {
    this.request = request;
    this.stage = stage;
    this.context = context(request, stage, now);
    this.traceId =
        request
            .headers()
            .last("X-Amzn-Trace-Id")
            .orElseGet(() -> "Root=" + TraceHeader.newRoot(now));
  }

  void route(Routes.Match found) {
    this.pathParameters = found.parameters();
    String path = found.route().path();
    context.put("resourceId", Integer.toHexString(path.hashCode())).put("resourcePath", path);
  }

  /** Hears from the authorizer which usage plan's key this call is to count for. */
  void nameKey(String value) {
    authorizersKey = Optional.of(value);
  }

  Optional<String> authorizersKey() {
    return authorizersKey;
  }

  /** Tells the function which key the call counts for. */
  void countFor(UsagePlan.Key key) {
    ((ObjectNode) context.path("identity")).put("apiKey", key.value()).put("apiKeyId", key.id());
  }

  ApiRequest request() {
    return request;
  }

  Api.Stage stage() {
    return stage;
  }

  /** What the path's parameters stand for; nothing before the route is known. */
  Map<String, String> pathParameters() {
    return pathParameters;
  }

  /** The path of the route as the template writes it. */
  String resource() {
    return context.path("resourcePath").asText();
  }

  ObjectNode context() {
    return context;
  }

  String requestId() {
    return context.path("requestId").asText();
  }

  String extendedRequestId() {
    return context.path("extendedRequestId").asText();
  }

  String traceId() {
    return traceId;
  }

  /** The path without doubled slashes at its start (aws §2 #4). */
  String path() {
    return request.path().replaceFirst("^/+", "/");
  }

  private static ObjectNode context(ApiRequest request, Api.Stage stage, Instant now) {
    String host = request.headers().last("Host").orElse("").replaceFirst(":\\d+$", "");
    ObjectNode context = Json.object();
    context
        .put("accountId", LocalNames.ACCOUNT)
        .put("apiId", API_ID)
        .put("deploymentId", API_ID)
        .put("domainName", host)
        .put("domainPrefix", host.split("\\.", 2)[0])
        .put("extendedRequestId", newHex().substring(0, 15) + "=")
        .put("httpMethod", request.method())
        // A custom domain mapped at its root: no stage in it (aws §2 #2).
        .put("path", request.path())
        .put("protocol", "HTTP/1.1")
        .put("requestId", UUID.randomUUID().toString())
        .put("requestTime", REQUEST_TIME.format(now))
        .put("requestTimeEpoch", now.toEpochMilli())
        .put("stage", stage.name());
    ObjectNode identity = context.putObject("identity");
    UNUSED_IDENTITY.forEach(identity::putNull);
    identity
        .put("sourceIp", request.sourceIp())
        .put("userAgent", request.headers().last("User-Agent").orElse(null));
    return context;
  }

  private static String newHex() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
