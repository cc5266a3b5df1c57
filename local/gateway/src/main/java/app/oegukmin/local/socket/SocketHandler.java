package app.oegukmin.local.socket;

import app.oegukmin.local.api.Failure;
import app.oegukmin.local.api.GatewayException;
import app.oegukmin.local.api.Headers;
import app.oegukmin.local.api.Query;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handshakes at the stage's path, and {@code @connections} below it. */
final class SocketHandler extends Handler.Abstract {

  private static final Logger LOG = LoggerFactory.getLogger(SocketHandler.class);

  private final String stage;
  private final ServerWebSocketContainer container;
  private final Admission admission;
  private final Connections connections;
  private final Messages messages;
  private final Management management;
  private final InstantSource clock;

  SocketHandler(
      String stage,
      ServerWebSocketContainer container,
      Admission admission,
      Connections connections,
      Messages messages,
      Management management,
      InstantSource clock) {
    this.stage = "/" + stage;
    this.container = container;
    this.admission = admission;
    this.connections = connections;
    this.messages = messages;
    this.management = management;
    this.clock = clock;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    String path = URLDecoder.decode(request.getHttpURI().getPath(), StandardCharsets.UTF_8);
    String connection = stage + "/@connections/";
    if (path.startsWith(connection)) {
      String id = path.substring(connection.length());
      String agent =
          Optional.ofNullable(request.getHeaders().get(HttpHeader.USER_AGENT)).orElse("");
      send(response, callback, management.handle(request.getMethod(), id, agent, body(request)));
      return true;
    }
    if (path.equals(stage) && request.getHeaders().contains(HttpHeader.UPGRADE, "websocket")) {
      return connect(request, response, callback);
    }
    send(response, callback, Management.Reply.error(403, "ForbiddenException", "Forbidden"));
    return true;
  }

  private boolean connect(Request request, Response response, Callback callback) {
    try {
      Handshake handshake = handshake(request);
      Optional<ObjectNode> known = admission.authorize(handshake);
      int status = admission.connect(handshake, known);
      if (status / 100 != 2) {
        send(response, callback, new Management.Reply(status, "", ""));
        return true;
      }
      var endpoint = new Endpoint(handshake, known, connections, messages, clock);
      return container.upgrade((rq, rs, cb) -> endpoint, request, response, callback);
    } catch (GatewayException e) {
      LOG.warn("handshake: {} {}", e.failure(), e.reason());
      send(response, callback, refusal(e.failure(), e.getMessage()));
      return true;
    }
  }

  private Handshake handshake(Request request) throws GatewayException {
    return new Handshake(
        Handshake.newId(),
        new Headers(
            request.getHeaders().stream()
                .map(field -> new Headers.Header(field.getName(), field.getValue()))
                .toList()),
        Query.parse(Optional.ofNullable(request.getHttpURI().getQuery()).orElse("")),
        Request.getRemoteAddr(request),
        clock.instant());
  }

  private static Management.Reply refusal(Failure failure, String message) {
    return Management.Reply.error(failure.status(), failure.errorType(), message);
  }

  private static byte[] body(Request request) throws IOException {
    try (InputStream body = Content.Source.asInputStream(request)) {
      return body.readNBytes(SocketLimits.MESSAGE + 1);
    }
  }

  private static void send(Response response, Callback callback, Management.Reply reply) {
    response.setStatus(reply.status());
    if (!reply.errorType().isEmpty()) {
      response.getHeaders().put("x-amzn-ErrorType", reply.errorType());
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
