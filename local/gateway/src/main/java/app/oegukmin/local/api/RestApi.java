package app.oegukmin.local.api;

import app.oegukmin.local.function.Functions;
import app.oegukmin.template.Api;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * API Gateway's REST API on one machine, behaving like a custom domain mapped at its root: no stage
 * in the URL. Listens on 127.0.0.1 only, one virtual thread per request.
 */
public final class RestApi implements AutoCloseable {

  /** Address the API listens on. */
  private static final String HOST = "127.0.0.1";

  /** More than the gateway allows, which counts by itself: Jetty counts the names too. */
  private static final int HEADER_LIMIT = 65_536;

  /** Longer than the longest response may take. */
  private static final int IDLE_MILLIS = 60_000;

  private final Server server;
  private final ServerConnector connector;

  /**
   * An API that does not listen yet.
   *
   * @param functions what serves the routes, authorizers included
   * @param port 0 for any free one
   * @throws IllegalArgumentException when the API has what is not reproduced here
   */
  public RestApi(Api api, Functions functions, InstantSource clock, int port) {
    api.authorizers().stream()
        .filter(authorizer -> !authorizer.ttl().isZero())
        .findFirst()
        .ifPresent(
            authorizer -> {
              throw new IllegalArgumentException(
                  "Authorizer "
                      + authorizer.name()
                      + " caches its responses; only a TTL of 0 runs here");
            });
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    this.server = new Server(threads);
    this.connector = new ServerConnector(server, new HttpConnectionFactory(faithful()));
    connector.setHost(HOST);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MILLIS);
    server.addConnector(connector);
    server.setHandler(new GatewayHandler(new Gateway(api, functions, clock)));
    server.setErrorHandler(GatewayHandler::refuse);
  }

  /**
   * Starts to listen.
   *
   * @throws BindException naming the port when another process has it
   */
  public void start() throws IOException {
    try {
      connector.open();
      server.start();
    } catch (BindException e) {
      throw taken(e);
    } catch (IOException e) {
      throw e.getCause() instanceof BindException ? taken(e) : e;
    } catch (Exception e) {
      throw new IOException("The API does not start", e);
    }
  }

  /** Where it listens, without a path. */
  public URI uri() {
    return URI.create("http://" + HOST + ":" + connector.getLocalPort());
  }

  private BindException taken(IOException cause) {
    var taken = new BindException("Port " + connector.getPort() + " of " + HOST + " is taken");
    taken.initCause(cause);
    return taken;
  }

  /** What a client sent must reach the function as it was sent. */
  private static HttpConfiguration faithful() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setHttpCompliance(
        HttpCompliance.RFC7230.with(
            "spelling kept", HttpCompliance.Violation.CASE_SENSITIVE_FIELD_NAME));
    configuration.setHeaderCacheCaseSensitive(true);
    configuration.setUriCompliance(UriCompliance.UNSAFE);
    configuration.setRequestHeaderSize(HEADER_LIMIT);
    configuration.setSendServerVersion(false);
    return configuration;
  }

  /** Stops listening; requests under way are cut off. */
  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("The API does not stop", e);
    }
  }
}
