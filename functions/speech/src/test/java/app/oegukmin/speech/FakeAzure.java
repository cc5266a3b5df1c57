package app.oegukmin.speech;

import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An Azure that responds as a test says, and remembers what it was asked. */
final class FakeAzure implements AutoCloseable {

  /** One call: its key, its assessment decoded, its type and its sound. */
  record Call(String key, JsonNode assessment, String type, Recording sound) {}

  /** What it responds to a call. */
  interface Responder {
    Reply to(Call call) throws Exception;
  }

  record Reply(int status, String body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private volatile Responder responder = call -> new Reply(200, said("안녕하세요", 97));

  FakeAzure() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/speech/recognition/conversation/cognitiveservices/v1", this::serve);
    server.start();
  }

  /** A response with one word. */
  static String said(String word, double score) {
    return """
    {"RecognitionStatus":"Success","Duration":10000000,"DisplayText":"%1$s","NBest":[
      {"Display":"%1$s","AccuracyScore":%2$s,"FluencyScore":%2$s,"CompletenessScore":%2$s,
       "PronScore":%2$s,"Words":[{"Word":"%1$s","AccuracyScore":%2$s,"ErrorType":"None"}]}]}
    """
        .formatted(word, score);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void responds(Responder next) {
    responder = next;
  }

  void responds(int status) {
    responder = call -> new Reply(status, "{}");
  }

  List<Call> calls() {
    return calls;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String header = exchange.getRequestHeaders().getFirst("Pronunciation-Assessment");
      byte[] json = Base64.getDecoder().decode(header);
      Call call =
          new Call(
              exchange.getRequestHeaders().getFirst("Ocp-Apim-Subscription-Key"),
              Json.MAPPER.readTree(json),
              exchange.getRequestHeaders().getFirst("Content-Type"),
              WavReader.read(exchange.getRequestBody().readAllBytes()));
      calls.add(call);
      Reply reply = responder.to(call);
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), body.length);
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
