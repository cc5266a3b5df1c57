package app.oegukmin.local.socket;

import app.oegukmin.local.function.Functions;
import app.oegukmin.template.LambdaFunction;
import app.oegukmin.template.SocketApi;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/**
 * API Gateway's WebSocket API on one machine, at {@code ws://127.0.0.1:<port>/<stage>}: a host of
 * its own, as on AWS, where it cannot share the REST API's.
 */
public final class SocketServer implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Server server;
  private final ServerConnector connector;
  private final String stage;
  private final Connections connections = new Connections();
  private final InstantSource clock;
  private final Thread sweeper =
      Thread.ofVirtual().name("expired-connections").unstarted(this::sweep);

  /**
   * An API that does not listen yet.
   *
   * @param functions what serves the routes, the authorizer included
   * @param callers who may write to connections, by their policies
   * @param port 0 for any free one
   * @throws IllegalArgumentException when the API has what is not reproduced here
   */
  public SocketServer(
      SocketApi api,
      Functions functions,
      List<LambdaFunction> callers,
      InstantSource clock,
      int port) {
    this.stage = api.stage();
    this.clock = clock;
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    this.server = new Server(threads);
    this.connector = new ServerConnector(server);
    connector.setHost(HOST);
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(
        new SocketHandler(
            stage,
            limited(ServerWebSocketContainer.ensure(server)),
            new Admission(api, functions),
            connections,
            new Messages(api, functions, clock),
            new Management(connections, new ManagementAccess(api, callers)),
            clock));
  }

  private static ServerWebSocketContainer limited(ServerWebSocketContainer container) {
    container.setMaxTextMessageSize(SocketLimits.MESSAGE);
    container.setMaxBinaryMessageSize(SocketLimits.MESSAGE);
    container.setMaxFrameSize(SocketLimits.FRAME);
    // A longer frame ends the connection, as on AWS.
    container.setAutoFragment(false);
    // Idle by the clock that was given, not by Jetty's.
    container.setIdleTimeout(Duration.ZERO);
    return container;
  }

  /** Starts to listen. */
  public void start() throws IOException {
    try {
      server.start();
    } catch (Exception e) {
      throw new IOException("The WebSocket API does not start: " + e.getMessage(), e);
    }
    sweeper.start();
  }

  /** Where clients connect. */
  public URI uri() {
    return URI.create("ws://" + HOST + ":" + connector.getLocalPort() + "/" + stage);
  }

  /** Where functions find {@code @connections}, as the SDK's endpoint. */
  URI management() {
    return URI.create(endpoint(connector.getLocalPort(), stage));
  }

  /**
   * The same of an API that is to listen at a port, for a function's environment.
   *
   * @param stage the API's
   */
  public static String endpoint(int port, String stage) {
    return "http://" + HOST + ":" + port + "/" + stage;
  }

  private void sweep() {
    try {
      while (true) {
        Thread.sleep(LOOK);
        expire();
      }
    } catch (InterruptedException e) {
      // Closed: nothing is left to end.
      return;
    }
  }

  void expire() {
    connections.expire(clock.instant());
  }

  /** Stops listening; clients are told that the server goes away. */
  @Override
  public void close() throws IOException {
    sweeper.interrupt();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("The WebSocket API does not stop", e);
    }
  }
}
