package app.oegukmin.local.socket;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The connections that are open. Safe for use by many threads. */
final class Connections {

  /** The status of a connection that the gateway ends (RFC 6455, going away). */
  private static final int GOING_AWAY = 1001;

  private final Map<String, Connection> open = new ConcurrentHashMap<>();

  void add(Connection connection) {
    open.put(connection.id(), connection);
  }

  void remove(Connection connection) {
    open.remove(connection.id());
  }

  Optional<Connection> find(String id) {
    return Optional.ofNullable(open.get(id));
  }

  /** Ends those that were idle or open for too long. */
  void expire(Instant now) {
    for (Connection connection : open.values()) {
      if (!now.isBefore(connection.lastActive().plus(SocketLimits.IDLE))) {
        connection.close(GOING_AWAY, "Connection idle");
      } else if (!now.isBefore(connection.handshake().at().plus(SocketLimits.LIFE))) {
        connection.close(GOING_AWAY, "Going away");
      }
    }
  }
}
