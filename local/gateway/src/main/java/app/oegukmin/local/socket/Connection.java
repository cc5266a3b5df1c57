package app.oegukmin.local.socket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** One client's connection. Safe for use by many threads. */
final class Connection {

  private static final int PATIENCE_SECONDS = 10;

  private final Handshake handshake;
  private final Optional<ObjectNode> authorizer;
  private final Session session;
  private final InstantSource clock;
  private final ReentrantLock sending = new ReentrantLock();
  private volatile Instant lastActive;

  /**
   * A connection that has just opened.
   *
   * @param authorizer what the authorizer said of the client
   */
  Connection(
      Handshake handshake, Optional<ObjectNode> authorizer, Session session, InstantSource clock) {
    this.handshake = handshake;
    this.authorizer = authorizer;
    this.session = session;
    this.clock = clock;
    this.lastActive = clock.instant();
  }

  Handshake handshake() {
    return handshake;
  }

  String id() {
    return handshake.connectionId();
  }

  Optional<ObjectNode> authorizer() {
    return authorizer;
  }

  Instant lastActive() {
    return lastActive;
  }

  /** Hears that the client has sent something. */
  void touch() {
    lastActive = clock.instant();
  }

  /**
   * Writes a message, after those before it, in frames as long as the gateway's.
   *
   * @return false when the client is gone
   */
  boolean send(String text) {
    sending.lock();
    try {
      int start = 0;
      do {
        int end = SocketLimits.frameEnd(text, start);
        var written = new Callback.Completable();
        session.sendPartialText(text.substring(start, end), end == text.length(), written);
        written.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        start = end;
      } while (start < text.length());
      touch();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (Exception e) {
      session.disconnect();
      return false;
    } finally {
      sending.unlock();
    }
  }

  /** Says good-bye with a status of RFC 6455. */
  void close(int status, String reason) {
    session.close(status, reason, Callback.NOOP);
  }

  /** In bytes, as the gateway counts. */
  static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
