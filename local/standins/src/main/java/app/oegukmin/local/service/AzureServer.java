package app.oegukmin.local.service;

import app.oegukmin.local.standin.CannedResponse;
import app.oegukmin.local.standin.FaultInjector;
import app.oegukmin.local.standin.FaultProfile;
import app.oegukmin.local.standin.LoopbackServer;
import app.oegukmin.local.standin.StandIn;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Plays Azure's pronunciation assessment of short audio (sites §5), as strictly: it takes Korean,
 * 16 kHz mono, any key, and a header of Base64 over JSON. It cannot hear; its scores follow from
 * the bytes of the recording, so that each recording has its own, always the same.
 */
public final class AzureServer implements AutoCloseable {

  private static final String PATH = "/speech/recognition/conversation/cognitiveservices/v1";
  private static final String JSON = "application/json; charset=utf-8";
  private static final String TYPE = "audio/wav; codecs=audio/pcm; samplerate=16000";
  private static final int LONGEST_BODY = 2_000_000;

  /** The speech function waits 20 seconds. */
  private static final FaultProfile FAULTS =
      new FaultProfile(
          Duration.ofSeconds(25),
          new CannedResponse(429, JSON, "{\"error\":{\"code\":\"429\",\"message\":\"Too many\"}}"),
          true,
          new CannedResponse(200, JSON, "{\"RecognitionStatus\":\"Succ"));

  private final FaultInjector faults;
  private final LoopbackServer server;

  private AzureServer(InstantSource clock) throws IOException {
    this.faults = new FaultInjector(FAULTS, clock);
    this.server = LoopbackServer.start(faults, AzureServer::serve);
  }

  /**
   * Starts one on a free port of 127.0.0.1.
   *
   * @param clock tells when an injected fault is over
   */
  public static AzureServer start(InstantSource clock) throws IOException {
    return new AzureServer(clock);
  }

  /** What {@code make fail} is told about it. */
  public StandIn standIn() {
    return new StandIn("azure", uri(), faults);
  }

  /** Where it listens, without a path. */
  public URI uri() {
    return server.uri();
  }

  @Override
  public void close() {
    server.close();
  }

  private static void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] sound = exchange.getRequestBody().readNBytes(LONGEST_BODY);
      URI uri = exchange.getRequestURI();
      if (!uri.getPath().equals(PATH) || !exchange.getRequestMethod().equals("POST")) {
        respond(exchange, 404, "{}");
        return;
      }
      Headers headers = exchange.getRequestHeaders();
      String key = headers.getFirst("Ocp-Apim-Subscription-Key");
      if (key == null || key.isBlank()) {
        respond(exchange, 401, "{\"error\":{\"code\":\"401\",\"message\":\"Access denied\"}}");
        return;
      }
      String query = "&" + uri.getQuery() + "&";
      boolean korean = query.contains("&language=ko-KR&") && query.contains("&format=detailed&");
      Optional<AzureScores> scores =
          korean && TYPE.equals(headers.getFirst("Content-Type"))
              ? AzureScores.of(headers.getFirst("Pronunciation-Assessment"), sound)
              : Optional.empty();
      if (scores.isPresent()) {
        respond(exchange, 200, scores.get().json());
      } else {
        respond(exchange, 400, "{\"error\":{\"code\":\"400\",\"message\":\"Bad request\"}}");
      }
    }
  }

  private static void respond(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", JSON);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
