package app.oegukmin.chat.socket;

import app.oegukmin.shared.limit.Decision;
import app.oegukmin.shared.token.AccessToken;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import java.util.Map;
import java.util.Optional;

/** What API Gateway tells of one call of a connection. */
record SocketCall(APIGatewayV2WebSocketEvent event) {

  /** {@code $connect}, {@code $disconnect}, {@code $default} or what the frame wants. */
  String route() {
    return event.getRequestContext().getRouteKey();
  }

  String connection() {
    return event.getRequestContext().getConnectionId();
  }

  /** Empty without a body. */
  String body() {
    return Optional.ofNullable(event.getBody()).orElse("");
  }

  /** The token that opened the connection, as the authorizer has read it then. */
  AccessToken token() {
    return AccessToken.of(this::authorized).orElseThrow();
  }

  /** What the limits said of the handshake. */
  Decision limits() {
    return Decision.of(this::authorized);
  }

  private Optional<String> authorized(String key) {
    return Optional.ofNullable(event.getRequestContext().getAuthorizer())
        .map((Map<String, Object> context) -> context.get(key))
        .map(Object::toString)
        .filter(value -> !value.isEmpty());
  }
}
