package app.oegukmin.local.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Callers that ask for some routes in turn, one each, until they are stopped. */
final class Load implements AutoCloseable {

  /** What is asked for again and again. */
  record Route(String method, String path, Map<String, String> headers) {

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /** A route's responses during a phase. */
  record Sample(String phase, Route route, int status, boolean retryAfter) {}

  // Slower than a member's bucket fills: whoever is refused here is refused wrongly.
  private static final int PAUSE_MILLIS = 200;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Queue<Sample> samples = new ConcurrentLinkedQueue<>();
  private final String baseUrl;
  private final ExecutorService callers;
  private final ReadWriteLock phases = new ReentrantReadWriteLock();
  private String phase = "";

  private Load(String baseUrl, int callers) {
    this.baseUrl = baseUrl;
    this.callers = Executors.newFixedThreadPool(callers);
  }

  static Load start(String baseUrl, List<Route> routes) {
    Load load = new Load(baseUrl, routes.size());
    routes.forEach(route -> load.callers.execute(() -> load.ask(route)));
    return load;
  }

  /** Goes on to a phase when all responses are there to what was asked in the last one. */
  void enter(String next) {
    phases.writeLock().lock();
    try {
      phase = next;
    } finally {
      phases.writeLock().unlock();
    }
  }

  List<Sample> samples() {
    return List.copyOf(samples);
  }

  private void ask(Route route) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(baseUrl + route.path()))
            .method(route.method(), BodyPublishers.noBody());
    route.headers().forEach(request::header);
    try {
      while (true) {
        ask(route, request.build());
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask(Route route, HttpRequest request) throws InterruptedException {
    phases.readLock().lock();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      boolean retryAfter = answer.headers().firstValue("Retry-After").isPresent();
      samples.add(new Sample(phase, route, answer.statusCode(), retryAfter));
    } catch (IOException e) {
      samples.add(new Sample(phase, route, 0, false));
    } finally {
      phases.readLock().unlock();
    }
  }

  @Override
  public void close() {
    callers.shutdownNow();
    callers.close();
    http.close();
  }
}
