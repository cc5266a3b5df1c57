package app.oegukmin.shared.vendor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls of vendors that bill each of them. Calls share nothing: each has a client of its own, which
 * is shut down with it, also when the call fails; a connection that is kept could have died while
 * the function was frozen. No call is repeated by itself, because it is paid.
 */
public final class PaidCall {

  private static final Duration CONNECT = Duration.ofSeconds(3);

  private PaidCall() {}

  /**
   * Sends a request once.
   *
   * @param patience one time for the whole exchange: connecting, sending, reading the response
   * @param longest bytes of the response that are read; a longer one is lost
   */
  public static HttpResponse<String> send(HttpRequest request, Duration patience, int longest)
      throws LostCallException {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    try {
      CompletableFuture<HttpResponse<String>> response =
          client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), longest));
      return response.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw lost(e.getCause());
    } catch (TimeoutException e) {
      throw new LostCallException(true, "No response after " + patience.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LostCallException(true, "Interrupted");
    } finally {
      client.shutdownNow();
    }
  }

  private static LostCallException lost(Throwable cause) {
    boolean unsent =
        cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    boolean maybePaid = !unsent && cause instanceof IOException;
    return new LostCallException(maybePaid, cause.getClass().getSimpleName());
  }
}
