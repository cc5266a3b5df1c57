package app.oegukmin.bench;

import app.oegukmin.engines.SelfSigned;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * TLS before an engine that speaks none, because a function on AWS pays for TLS at its cold start.
 */
final class TlsFront implements AutoCloseable {

  private final SSLServerSocket socket;
  private final Path store;

  TlsFront(URI target, Path directory) throws IOException, GeneralSecurityException {
    store = selfSigned(directory);
    KeyStore keys = KeyStore.getInstance(store.toFile(), SelfSigned.PASSWORD.toCharArray());
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, SelfSigned.PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    socket =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> accept(target));
  }

  URI endpoint() {
    return URI.create("https://localhost:" + socket.getLocalPort());
  }

  /** JVM options that make a client trust this front. */
  String[] trust() {
    return new String[] {
      "-Djavax.net.ssl.trustStore=" + store,
      "-Djavax.net.ssl.trustStorePassword=" + SelfSigned.PASSWORD
    };
  }

  private static Path selfSigned(Path directory) throws IOException {
    Path store = directory.resolve("tls.p12");
    Files.deleteIfExists(store);
    SelfSigned.in(store, "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost");
    return store;
  }

  private void accept(URI target) {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Socket engine = new Socket(target.getHost(), target.getPort());
        Thread.ofVirtual().start(() -> pump(client, engine));
        Thread.ofVirtual().start(() -> pump(engine, client));
      } catch (IOException e) {
        // Closed: nothing more to accept.
      }
    }
  }

  private static void pump(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      byte[] buffer = new byte[16_384];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException e) {
      // Either side hung up.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
