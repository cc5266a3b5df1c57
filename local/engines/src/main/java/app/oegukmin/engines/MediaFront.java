package app.oegukmin.engines;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Plays CloudFront before the buckets: who knows an address below {@code public/} may read it
 * without a signature, and nothing else. {@code /bucket/question/7/a.jpg} is the object {@code
 * public/question/7/a.jpg}; the real one has a host name in place of the bucket. Keeps nothing.
 */
final class MediaFront implements AutoCloseable {

  private static final String ORIGIN_PATH = "public/";

  // What S3 says of what is not there to whoever may not list the bucket.
  private static final int FORBIDDEN = 403;

  private final S3Client s3;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  MediaFront(S3Client s3, int port) throws IOException {
    this.s3 = s3;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  /** Where it listens, without a bucket. */
  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<String[]> place = place(exchange);
      if (place.isEmpty()) {
        exchange.sendResponseHeaders(FORBIDDEN, -1);
      } else {
        send(exchange, place.get()[0], ORIGIN_PATH + place.get()[1]);
      }
    }
  }

  private static Optional<String[]> place(HttpExchange exchange) {
    String[] parts = exchange.getRequestURI().getPath().substring(1).split("/", 2);
    boolean reads = exchange.getRequestMethod().equals("GET") && parts.length == 2;
    // To S3 two dots are a name; S3Proxy would walk up its folders.
    return reads && !parts[1].isEmpty() && !parts[1].contains("..")
        ? Optional.of(parts)
        : Optional.empty();
  }

  private void send(HttpExchange exchange, String bucket, String key) throws IOException {
    try (var object = s3.getObject(request -> request.bucket(bucket).key(key))) {
      GetObjectResponse head = object.response();
      exchange.getResponseHeaders().set("Content-Type", head.contentType());
      Optional.ofNullable(head.cacheControl())
          .ifPresent(kept -> exchange.getResponseHeaders().set("Cache-Control", kept));
      exchange.sendResponseHeaders(200, head.contentLength());
      object.transferTo(exchange.getResponseBody());
    } catch (S3Exception e) {
      byte[] body = "<Error><Code>AccessDenied</Code></Error>".getBytes(StandardCharsets.US_ASCII);
      exchange.getResponseHeaders().set("Content-Type", "application/xml");
      exchange.sendResponseHeaders(FORBIDDEN, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    s3.close();
  }
}
