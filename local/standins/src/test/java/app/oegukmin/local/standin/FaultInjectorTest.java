package app.oegukmin.local.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import app.oegukmin.testkit.FakeClock;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultInjectorTest {

  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final FaultProfile PROFILE =
      new FaultProfile(
          Duration.ofMillis(300),
          new CannedResponse(429, "text/plain", "too many"),
          true,
          new CannedResponse(200, "text/plain", "brok"));

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-20T00:00:00Z"));
  private final FaultInjector faults = new FaultInjector(PROFILE, clock);
  private final HttpClient http = HttpClient.newHttpClient();
  private LoopbackServer server;

  @BeforeEach
  void start() throws IOException {
    var healthy = new CannedResponse(200, "text/plain", "healthy");
    server = LoopbackServer.start(faults, healthy::send);
  }

  @AfterEach
  void stop() {
    server.close();
    http.close();
  }

  private HttpResponse<String> get() throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(server.uri()).build(), BodyHandlers.ofString());
  }

  @Test
  void changesNothingWithoutAFault() throws Exception {
    assertThat(get().body()).isEqualTo("healthy");
  }

  @Test
  void breaksTheConnectionWhenItIsDown() {
    faults.inject(Fault.DOWN, MINUTE);

    assertThatIOException().isThrownBy(this::get);
  }

  @Test
  void doesItsWorkLateWhenItIsSlow() throws Exception {
    faults.inject(Fault.SLOW, MINUTE);

    long begun = System.nanoTime();
    assertThat(get().body()).isEqualTo("healthy");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(PROFILE.delay());
  }

  @Test
  void tellsHowLongItThrottlesYet() throws Exception {
    faults.inject(Fault.THROTTLED, MINUTE);
    clock.advance(Duration.ofMillis(19_500));

    HttpResponse<String> response = get();
    assertThat(response.statusCode()).isEqualTo(429);
    assertThat(response.headers().firstValue("Retry-After")).contains("41");
  }

  @Test
  void respondsWithABrokenBodyWhenItIsMalformed() throws Exception {
    faults.inject(Fault.MALFORMED, MINUTE);

    assertThat(get().statusCode()).isEqualTo(200);
    assertThat(get().body()).isEqualTo("brok");
  }

  @Test
  void isOkByItselfWhenTheTimeIsOver() throws Exception {
    faults.inject(Fault.THROTTLED, MINUTE);
    clock.advance(MINUTE.minusMillis(1));
    assertThat(get().statusCode()).isEqualTo(429);

    clock.advance(Duration.ofMillis(1));

    assertThat(get().body()).isEqualTo("healthy");
  }

  @Test
  void takesTheLastFaultAlone() throws Exception {
    faults.inject(Fault.DOWN, Duration.ofHours(1));
    faults.inject(Fault.MALFORMED, MINUTE);
    assertThat(get().body()).isEqualTo("brok");

    faults.inject(Fault.OK, Duration.ofSeconds(1));
    assertThat(get().body()).isEqualTo("healthy");

    clock.advance(MINUTE);
    assertThat(get().body()).isEqualTo("healthy");
  }

  @Test
  void servesManyAtOnceWhileFaultsComeAndGo() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> bodies = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        faults.inject(i % 2 == 0 ? Fault.THROTTLED : Fault.OK, MINUTE);
        bodies.add(threads.submit((Callable<String>) () -> get().body()));
      }
      for (Future<String> body : bodies) {
        assertThat(body.get()).isIn("healthy", "too many");
      }
    }
    faults.inject(Fault.OK, MINUTE);
    assertThat(get().body()).isEqualTo("healthy");
  }
}
