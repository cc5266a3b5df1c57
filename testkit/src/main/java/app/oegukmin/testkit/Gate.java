package app.oegukmin.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import redis.clients.jedis.HostAndPort;

/**
 * A way to the real Valkey that a test can shut: open connections break then, and new ones end at
 * once, as when the server is gone.
 */
public final class Gate implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final HostAndPort target;
  private volatile Duration delay = Duration.ZERO;
  private boolean open = true;

  /** A gate that is open. */
  public Gate(String valkeyEndpoint) throws IOException {
    target = HostAndPort.from(valkeyEndpoint);
    threads.execute(this::accept);
  }

  /** {@code host:port} of the gate. */
  public String endpoint() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** How many connections came to the gate, whether it was open or not. */
  public int connections() {
    return connections.get();
  }

  /** Breaks what is open and lets nobody in. */
  public synchronized void shut() {
    open = false;
    sockets.forEach(Gate::closeQuietly);
  }

  /** Lets callers in again. */
  public synchronized void open() {
    open = true;
  }

  /** Keeps all that passes for a while, in both directions. */
  public void delay(Duration time) {
    delay = time;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        connections.incrementAndGet();
        join(client);
      } catch (IOException e) {
        // The gate closes, or one connection failed: then its client notices.
      }
    }
  }

  private synchronized void join(Socket client) throws IOException {
    if (!open) {
      client.close();
      return;
    }
    Socket valkey = new Socket();
    sockets.addAll(List.of(client, valkey));
    valkey.connect(new InetSocketAddress(target.getHost(), target.getPort()));
    threads.execute(() -> pump(client, valkey));
    threads.execute(() -> pump(valkey, client));
  }

  private void pump(Socket from, Socket to) {
    byte[] bytes = new byte[8192];
    try (from;
        to) {
      for (int read = from.getInputStream().read(bytes);
          read >= 0;
          read = from.getInputStream().read(bytes)) {
        Thread.sleep(delay);
        to.getOutputStream().write(bytes, 0, read);
      }
    } catch (IOException | InterruptedException e) {
      // One side has gone: both are closed.
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    shut();
    threads.close();
  }
}
