package app.oegukmin.local.socket;

import app.oegukmin.local.api.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The requests to {@code @connections}, by which functions write to clients. */
final class Management {

  /** Said to a client whose connection a function ends. */
  private static final int NORMAL = 1000;

  /**
   * A response; {@code errorType} is empty where all is well.
   *
   * @param body in JSON, empty for none
   */
  record Reply(int status, String errorType, String body) {

    static Reply error(int status, String type, String message) {
      return new Reply(status, type, Json.object().put("message", message).toString());
    }
  }

  private final Connections connections;
  private final ManagementAccess access;

  Management(Connections connections, ManagementAccess access) {
    this.connections = connections;
    this.access = access;
  }

  /**
   * Writes to a connection, describes it or ends it.
   *
   * @param userAgent names the function that asks
   */
  Reply handle(String method, String id, String userAgent, byte[] body) {
    Optional<String> refusal = access.refusal(userAgent, method, id);
    if (refusal.isPresent()) {
      return Reply.error(403, "ForbiddenException", refusal.get());
    }
    if (body.length > SocketLimits.MESSAGE) {
      return Reply.error(413, "PayloadTooLargeException", "Message too long");
    }
    return connections
        .find(id)
        .map(connection -> handle(method, connection, body))
        .orElseGet(Management::gone);
  }

  private static Reply handle(String method, Connection connection, byte[] body) {
    return switch (method) {
      case "POST" ->
          connection.send(new String(body, StandardCharsets.UTF_8))
              ? new Reply(200, "", "")
              : gone();
      case "GET" -> new Reply(200, "", description(connection).toString());
      case "DELETE" -> {
        connection.close(NORMAL, "");
        yield new Reply(204, "", "");
      }
      default -> Reply.error(403, "MissingAuthenticationTokenException", "Forbidden");
    };
  }

  private static ObjectNode description(Connection connection) {
    ObjectNode description =
        Json.object()
            .put("connectedAt", connection.handshake().at().toString())
            .put("lastActiveAt", connection.lastActive().toString());
    ObjectNode identity =
        description.putObject("identity").put("sourceIp", connection.handshake().sourceIp());
    connection
        .handshake()
        .headers()
        .last("User-Agent")
        .ifPresent(agent -> identity.put("userAgent", agent));
    return description;
  }

  private static Reply gone() {
    return Reply.error(410, "GoneException", "Gone");
  }
}
