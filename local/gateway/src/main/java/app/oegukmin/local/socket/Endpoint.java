package app.oegukmin.local.socket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/**
 * Jetty's view of one connection: every message runs on a thread of its own, in no order. Public
 * for Jetty alone, which calls it by method handles.
 */
public final class Endpoint implements Session.Listener.AutoDemanding {

  /** RFC 6455: the gateway takes no binary frames. */
  private static final int UNSUPPORTED_DATA = 1003;

  private final Handshake handshake;
  private final Optional<ObjectNode> authorizer;
  private final Connections connections;
  private final Messages messages;
  private final InstantSource clock;
  private Connection connection;

  Endpoint(
      Handshake handshake,
      Optional<ObjectNode> authorizer,
      Connections connections,
      Messages messages,
      InstantSource clock) {
    this.handshake = handshake;
    this.authorizer = authorizer;
    this.connections = connections;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public void onWebSocketOpen(Session session) {
    connection = new Connection(handshake, authorizer, session, clock);
    connections.add(connection);
  }

  @Override
  public void onWebSocketText(String message) {
    Thread.ofVirtual().start(() -> messages.receive(connection, message));
  }

  @Override
  public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
    callback.succeed();
    connection.close(UNSUPPORTED_DATA, "Binary frames are not supported");
  }

  @Override
  public void onWebSocketError(Throwable cause) {
    // The close that follows says all that counts.
  }

  @Override
  public void onWebSocketClose(int status, String reason, Callback callback) {
    callback.succeed();
    connections.remove(connection);
    Thread.ofVirtual().start(() -> messages.disconnect(connection, status, reason));
  }
}
