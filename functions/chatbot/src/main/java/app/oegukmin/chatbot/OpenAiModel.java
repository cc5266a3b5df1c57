package app.oegukmin.chatbot;

import app.oegukmin.chatbot.ChatbotFailure.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A model behind OpenAI's API of chat completions, which many servers have. Each call has a client
 * of its own, shut down with it; a connection that is kept could have died while the function was
 * frozen. No call is repeated by itself, because it is paid.
 */
final class OpenAiModel implements Model {

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final int LONGEST_RESPONSE = 256 * 1024;
  private static final int OK = 200;

  private final ModelKey key;
  private final URI server;
  private final String model;

  /**
   * A model that asks for its key at each use.
   *
   * @param server to which {@code /chat/completions} is appended
   */
  OpenAiModel(ModelKey key, URI server, String model) {
    this.key = key;
    this.server = server;
    this.model = model;
  }

  @Override
  public Completion complete(Prompt prompt, Duration patience) {
    String body = OpenAiJson.request(model, prompt);
    String first = key.get();
    try {
      return OpenAiJson.read(send(request(body, first), patience));
    } catch (ChatbotFailure failure) {
      if (failure.kind() != Kind.KEY_REFUSED) {
        throw failure;
      }
      // It may have been exchanged a moment ago.
      String other = key.instead(first).orElseThrow(() -> failure);
      return OpenAiJson.read(send(request(body, other), patience));
    }
  }

  private HttpRequest request(String body, String secret) {
    try {
      return HttpRequest.newBuilder(URI.create(server + "/chat/completions"))
          .header("Authorization", "Bearer " + secret)
          .header("Content-Type", "application/json")
          .header("Accept", "application/json")
          .POST(BodyPublishers.ofString(body))
          .build();
    } catch (IllegalArgumentException e) {
      // Its message has the key in it.
      throw new ChatbotFailure(Kind.KEY_REFUSED, "The key is no text for a header");
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
      throw new ChatbotFailure(
          Kind.RESPONSE_LOST, "No response after " + patience.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChatbotFailure(Kind.RESPONSE_LOST, "Interrupted");
    } finally {
      client.shutdownNow();
    }
  }

  // One time for the whole exchange.
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
      throw new ChatbotFailure(kind(status), "The server responds " + status);
    }
    return response.body();
  }

  private static Kind kind(int status) {
    return switch (status) {
      case 401, 402, 403 -> Kind.KEY_REFUSED;
      case 429 -> Kind.THROTTLED;
      case 400, 404, 413, 415, 422 -> Kind.REJECTED;
      default -> Kind.UNAVAILABLE;
    };
  }

  private static ChatbotFailure failure(Throwable cause) {
    boolean unsent =
        cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    Kind kind = unsent || !(cause instanceof IOException) ? Kind.UNAVAILABLE : Kind.RESPONSE_LOST;
    return new ChatbotFailure(kind, cause.getClass().getSimpleName());
  }
}
