package app.oegukmin.bench;

import app.oegukmin.shared.digest.Digests;
import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A member of the system that runs, who is connected. */
final class SocketMember implements WebSocket.Listener, AutoCloseable {

  private static final long PATIENCE = 30;

  /** A frame with a message, and when its last byte came. */
  record Arrival(long id, long nanos) {}

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> run;
  private final String uid;
  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final StringBuilder text = new StringBuilder();
  private String token = "";
  private WebSocket socket;

  SocketMember(Map<String, String> run, String uid) {
    this.run = run;
    this.uid = uid;
  }

  /** Signs up and in, and connects. */
  SocketMember connect() throws IOException, InterruptedException {
    String address = "\"uuid\":\"%s\",\"email\":\"%s@kookmin.ac.kr\"".formatted(uid, uid);
    signed(
        "/user/signup",
        "{%s,\"name\":\"Linh\",\"country\":\"Vietnam\",\"phoneNumber\":\"010-8276-8291\",\"bigmajor\":\"-\",\"major\":\"-\"}"
            .formatted(address));
    token = signed("/user/signin", "{" + address + "}").path("accessToken").asText();
    socket =
        http.newWebSocketBuilder()
            .header("Authorization", "Bearer " + token)
            .buildAsync(URI.create(run.get("SOCKET_URL")), this)
            .join();
    return this;
  }

  private JsonNode signed(String path, String body) throws IOException, InterruptedException {
    byte[] secret = Base64.getDecoder().decode(run.get("HMAC_SECRET"));
    byte[] mac = Digests.hmacSha256(secret, body.getBytes(StandardCharsets.UTF_8));
    return call(path, "HMAC", Base64.getEncoder().encodeToString(mac), body);
  }

  /** What the system responds to a POST of this member. */
  JsonNode post(String path, String body) throws IOException, InterruptedException {
    return call(path, "Authorization", "Bearer " + token, body);
  }

  private JsonNode call(String path, String header, String value, String body)
      throws IOException, InterruptedException {
    return respond(request(path).header(header, value).POST(BodyPublishers.ofString(body)));
  }

  /** The public id of who wrote a help article. */
  String authorOf(long post) throws IOException, InterruptedException {
    String path = "/help/read?id=" + post;
    return respond(request(path).header("Authorization", "Bearer " + token)).path("uuid").asText();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(run.get("BASE_URL") + path))
        .header("Content-Type", "application/json");
  }

  private JsonNode respond(HttpRequest.Builder request) throws IOException, InterruptedException {
    String response = http.send(request.build(), BodyHandlers.ofString()).body();
    return Json.MAPPER.readTree(response).path("response");
  }

  void send(String frame) {
    socket.sendText(frame, true).join();
  }

  /** The next message. */
  Arrival next() throws InterruptedException {
    Arrival next = arrivals.poll(PATIENCE, TimeUnit.SECONDS);
    if (next == null) {
      throw new IllegalStateException("No message came");
    }
    return next;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      long now = System.nanoTime();
      String frame = text.toString();
      text.setLength(0);
      arrived(frame, now);
    }
    from.request(1);
    return null;
  }

  private void arrived(String frame, long now) {
    try {
      JsonNode read = Json.MAPPER.readTree(frame);
      if (read.path("type").asText().equals("message")) {
        arrivals.add(new Arrival(read.at("/message/id").asLong(), now));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
  }
}
