package app.oegukmin.chatbot;

import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A vendor of models that responds as a test says, and remembers what it was asked. */
final class FakeModel implements AutoCloseable {

  /** One call: its path, its Authorization and its body. */
  record Call(String path, String authorization, JsonNode body) {

    String user() {
      return body.at("/messages/1/content").asText();
    }
  }

  /** What it responds to a call. */
  interface Responder {
    Reply to(Call call) throws Exception;
  }

  record Reply(int status, String body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private volatile Responder responder = call -> writes("신청은 3월까지입니다 [1].");

  FakeModel() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** OpenAI's response with a text, of 300 tokens. */
  static Reply writes(String text) {
    var body = Json.MAPPER.createObjectNode();
    body.putArray("choices").addObject().putObject("message").put("content", text);
    body.putObject("usage").put("total_tokens", 300);
    return new Reply(200, body.toString());
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void responds(Responder next) {
    responder = next;
  }

  void responds(int status, String body) {
    responder = call -> new Reply(status, body);
  }

  List<Call> calls() {
    return calls;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Call call =
          new Call(
              exchange.getRequestURI().getPath(),
              exchange.getRequestHeaders().getFirst("Authorization"),
              Json.MAPPER.readTree(exchange.getRequestBody()));
      calls.add(call);
      Reply reply = responder.to(call);
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
