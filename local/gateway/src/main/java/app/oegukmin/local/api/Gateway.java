package app.oegukmin.local.api;

import app.oegukmin.local.function.Functions;
import app.oegukmin.template.Api;
import app.oegukmin.template.Authorizer;
import app.oegukmin.template.Route;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles a request in API Gateway's order (aws §2 #23). */
final class Gateway {

  /** The longest body in bytes (aws §2 #22). */
  static final int BODY_LIMIT = 10 * 1024 * 1024;

  /** AWS allows this much for the request line and the values of all headers, in bytes. */
  private static final int HEADER_LIMIT = 10_240;

  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

  private final Api api;
  private final Preflights preflights;
  private final Routes routes;
  private final StageThrottles throttles;
  private final UsagePlans plans;
  private final Map<String, AuthorizerCall> authorizers = new HashMap<>();
  private final Integration integration;
  private final MediaTypes binary;
  private final GatewayResponses responses;
  private final InstantSource clock;

  Gateway(Api api, Functions functions, InstantSource clock) {
    this.api = api;
    this.preflights = new Preflights(api.cors(), api.routes());
    List<Route> all = new ArrayList<>(api.routes());
    all.addAll(preflights.routes());
    this.routes = new Routes(all);
    this.throttles = new StageThrottles(api.stage().throttles(), all, clock);
    this.plans = new UsagePlans(api, clock);
    for (Authorizer authorizer : api.authorizers()) {
      authorizers.put(authorizer.name(), new AuthorizerCall(authorizer, functions, clock));
    }
    this.integration = new Integration(functions);
    this.binary = new MediaTypes(api.binaryMediaTypes());
    this.responses = new GatewayResponses(api.gatewayResponses());
    this.clock = clock;
  }

  /**
   * The response to a request; every failure is one too.
   *
   * @param body all of it, or one byte more than allowed
   */
  ApiResponse respond(ApiRequest request, byte[] body) {
    Exchange exchange = new Exchange(request, api.stage(), clock.instant());
    ApiResponse response;
    try {
      response = pass(exchange, body);
    } catch (GatewayException e) {
      log(exchange, e);
      response = responses.render(e, exchange);
    }
    return response
        .with("x-amzn-RequestId", exchange.requestId())
        .with("x-amz-apigw-id", exchange.extendedRequestId());
  }

  private ApiResponse pass(Exchange exchange, byte[] body) throws GatewayException {
    if (exchange.request().headerBytes() > HEADER_LIMIT) {
      throw new GatewayException(Failure.HEADERS_TOO_LARGE);
    }
    if (body.length > BODY_LIMIT) {
      throw new GatewayException(Failure.REQUEST_TOO_LARGE);
    }
    Route route = route(exchange);
    if (route.authorizer().isPresent()) {
      authorizers.get(route.authorizer().get()).admit(exchange);
    }
    if (route.apiKeyRequired()) {
      plans.admit(exchange);
    }
    throttles.admit(route);
    Optional<ApiResponse> preflight = preflights.response(route);
    return preflight.isPresent() ? preflight.get() : integrate(route, exchange, body);
  }

  private ApiResponse integrate(Route route, Exchange exchange, byte[] body)
      throws GatewayException {
    var response =
        integration.call(
            route.function(), route.timeout(), ProxyEvent.forFunction(exchange, body, binary));
    return ProxyResponse.of(response, binary.matchAccept(exchange.request().headers()))
        .with("X-Amzn-Trace-Id", exchange.traceId());
  }

  private Route route(Exchange exchange) throws GatewayException {
    ApiRequest request = exchange.request();
    Optional<Routes.Match> match = routes.find(request.method(), exchange.path());
    if (match.isEmpty()) {
      // Without a route AWS takes any Authorization for a signature of its own (from memory).
      throw new GatewayException(
          request.headers().has("Authorization")
              ? Failure.INCOMPLETE_SIGNATURE
              : Failure.MISSING_AUTHENTICATION_TOKEN);
    }
    exchange.route(match.get());
    return match.get().route();
  }

  private static void log(Exchange exchange, GatewayException refusal) {
    if (!refusal.reason().isEmpty()) {
      LOG.warn(
          "{} {} {}: {}",
          exchange.request().method(),
          exchange.request().path(),
          refusal.failure(),
          refusal.reason());
    }
  }
}
