package app.oegukmin.speech;

import app.oegukmin.speech.SpeechFailure.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Azure's pronunciation assessment (sites §5). Calls share nothing (D-P1): each has a client of its
 * own, which is shut down with it, also when the call fails (D-P4); a connection that is kept could
 * have died while the function was frozen. No call is repeated by itself, because it is paid.
 */
final class AzureAssessor implements Assessor {

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final int LONGEST_RESPONSE = 1024 * 1024;
  private static final int OK = 200;

  private final AzureKey key;
  private final URI server;

  /** An assessor that asks for its key at each use. */
  AzureAssessor(AzureKey key, URI server) {
    this.key = key;
    this.server = server;
  }

  @Override
  public List<Segment> assess(Recording recording, Sentence sentence, Duration patience) {
    AzureCall call = new AzureCall(server, recording, sentence);
    String first = key.get();
    try {
      return AzureResponse.read(send(call.request(first), patience));
    } catch (SpeechFailure failure) {
      if (failure.kind() != Kind.KEY_REFUSED) {
        throw failure;
      }
      // It may have been exchanged a moment ago.
      String other = key.instead(first).orElseThrow(() -> failure);
      return AzureResponse.read(send(call.request(other), patience));
    }
  }

  private static String send(HttpRequest request, Duration patience) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    try {
      return body(await(client, request, patience));
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (TimeoutException e) {
      throw new SpeechFailure(
          Kind.RESPONSE_LOST, "No response after " + patience.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SpeechFailure(Kind.RESPONSE_LOST, "Interrupted");
    } finally {
      client.shutdownNow();
    }
  }

  // One time for the whole exchange: connecting, sending the sound, reading the response.
  private static HttpResponse<String> await(
      HttpClient client, HttpRequest request, Duration patience)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<HttpResponse<String>> response =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_RESPONSE));
    return response.get(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static String body(HttpResponse<String> response) {
    int status = response.statusCode();
    if (status != OK) {
      throw new SpeechFailure(kind(status), "Azure responds " + status);
    }
    return response.body();
  }

  private static Kind kind(int status) {
    return switch (status) {
      case 401, 403 -> Kind.KEY_REFUSED;
      case 429 -> Kind.THROTTLED;
      case 400, 413, 415 -> Kind.REJECTED;
      default -> Kind.UNAVAILABLE;
    };
  }

  private static SpeechFailure failure(Throwable cause) {
    boolean unsent =
        cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    Kind kind = unsent || !(cause instanceof IOException) ? Kind.UNAVAILABLE : Kind.RESPONSE_LOST;
    return new SpeechFailure(kind, cause.getClass().getSimpleName());
  }
}
