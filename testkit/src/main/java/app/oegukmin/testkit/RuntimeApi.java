package app.oegukmin.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Lambda's Runtime API for one execution environment, with SnapStart's restore call. */
public final class RuntimeApi implements AutoCloseable {

  private static final int WAIT_SECONDS = 60;

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", "application/json",
          "Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd",
          "Lambda-Runtime-Deadline-Ms", "4102444800000",
          "Lambda-Runtime-Invoked-Function-Arn",
              "arn:aws:lambda:ap-northeast-2:000000000000:function:local",
          "Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0");

  /** A response of the function, or its failure. */
  public record Response(boolean failed, String body) {}

  private final HttpServer server;
  private final BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Response> responses = new LinkedBlockingQueue<>();
  private final BlockingQueue<Boolean> ready = new LinkedBlockingQueue<>();
  private final BlockingQueue<Boolean> restore = new LinkedBlockingQueue<>();

  /** Listens on a free port of 127.0.0.1. */
  public RuntimeApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/2018-06-01/runtime/", this::serve);
    server.start();
  }

  /** {@code host:port}, as {@code AWS_LAMBDA_RUNTIME_API} has it. */
  public String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Waits until the function is initialised: it asks for work, or to be restored, or failed. */
  public void awaitReady() throws InterruptedException {
    if (ready.poll(WAIT_SECONDS, TimeUnit.SECONDS) == null) {
      throw new IllegalStateException("The function did not become ready");
    }
  }

  /** Lets a function that waits in its snapshot go on. */
  public void restore() {
    restore.add(true);
  }

  /**
   * Hands over an event and waits for what comes of it.
   *
   * @throws IllegalStateException when nothing comes within a minute
   */
  public Response invoke(byte[] event) throws InterruptedException {
    events.add(event);
    Response response = responses.poll(WAIT_SECONDS, TimeUnit.SECONDS);
    if (response == null) {
      throw new IllegalStateException("The function did not respond");
    }
    return response;
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try (exchange) {
      if (path.endsWith("/invocation/next")) {
        ready.add(true);
        byte[] event = events.take();
        // The native client wants every one of them.
        HEADERS.forEach(exchange.getResponseHeaders()::set);
        reply(exchange, 200, event);
      } else if (path.endsWith("/restore/next")) {
        ready.add(true);
        restore.take();
        reply(exchange, 200, new byte[0]);
      } else {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        responses.add(new Response(path.endsWith("/error"), body));
        ready.add(true);
        reply(exchange, 202, new byte[0]);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
