package app.oegukmin.local.standin;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** HTTP on a free port of 127.0.0.1. */
public record LoopbackServer(HttpServer server, ExecutorService threads) implements AutoCloseable {

  /** Starts one that serves everything, and fails as it is told to. */
  public static LoopbackServer start(FaultInjector faults, HttpHandler handler) throws IOException {
    return start(Map.of("/", faults.around(handler)));
  }

  /** Starts one that serves what lies under some paths. */
  public static LoopbackServer start(Map<String, HttpHandler> handlers) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(address, 0);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    handlers.forEach(server::createContext);
    server.setExecutor(threads);
    server.start();
    return new LoopbackServer(server, threads);
  }

  /** Where it listens, without a path. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
