package app.oegukmin.local.socket;

import app.oegukmin.local.api.AuthorizerFunction;
import app.oegukmin.local.api.Failure;
import app.oegukmin.local.api.GatewayException;
import app.oegukmin.local.api.Integration;
import app.oegukmin.local.function.Functions;
import app.oegukmin.template.Authorizer;
import app.oegukmin.template.Authorizer.Place;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.SocketApi;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Lets a client in, or not: the authorizer first, then the route {@code $connect}. */
final class Admission {

  private final SocketApi api;
  private final SocketEvent events;
  private final Optional<AuthorizerFunction> authorizer;
  private final Integration integration;

  Admission(SocketApi api, Functions functions) {
    this.api = api;
    this.events = new SocketEvent(api);
    this.authorizer = api.authorizer().map(each -> new AuthorizerFunction(each, functions));
    this.integration = new Integration(functions);
  }

  /**
   * Asks the authorizer.
   *
   * @return what it knows of the client; empty without an authorizer
   * @throws GatewayException 401, 403 or 500
   */
  Optional<ObjectNode> authorize(Handshake handshake) throws GatewayException {
    if (authorizer.isEmpty()) {
      return Optional.empty();
    }
    if (!identified(api.authorizer().orElseThrow(), handshake)) {
      throw new GatewayException(Failure.UNAUTHORIZED);
    }
    String arn = arn(api, "$connect");
    JsonNode response = authorizer.get().ask(events.authorize(handshake, arn));
    ObjectNode context = authorizer.get().context(response);
    authorizer.get().judge(response, arn);
    return Optional.of(context);
  }

  /**
   * Calls the route {@code $connect}, where there is one.
   *
   * @return the status; what is no 2xx refuses the client
   * @throws GatewayException when the function fails
   */
  int connect(Handshake handshake, Optional<ObjectNode> known) throws GatewayException {
    Optional<SocketApi.SocketRoute> route = api.route("$connect");
    if (route.isEmpty()) {
      return 200;
    }
    return integration
        .call(route.get().function(), route.get().timeout(), events.connect(handshake, known))
        .path("statusCode")
        .asInt(Failure.BAD_GATEWAY.status());
  }

  private static boolean identified(Authorizer authorizer, Handshake handshake) {
    return authorizer.identitySources().stream()
        .map(
            source ->
                source.place() == Place.HEADER
                    ? handshake.headers().last(source.key()).orElse("")
                    : handshake.query().getOrDefault(source.key(), List.of("")).getLast())
        .noneMatch(String::isEmpty);
  }

  /** The ARN of something in the API's stage. */
  static String arn(SocketApi api, String path) {
    return "arn:aws:execute-api:%s:%s:%s/%s/%s"
        .formatted(LocalNames.REGION, LocalNames.ACCOUNT, api.id(), api.stage(), path);
  }
}
