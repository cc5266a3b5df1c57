package app.oegukmin.local.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.template.Api;
import app.oegukmin.template.Authorizer;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RestApiTest {

  @Test
  void namesThePortThatIsTaken() throws IOException {
    try (TestApi first = new TestApi(TestApi.definition());
        RestApi second =
            new RestApi(
                TestApi.definition(),
                (id, event, trace) -> event,
                InstantSource.system(),
                first.port())) {
      assertThatThrownBy(second::start)
          .isInstanceOf(BindException.class)
          .hasMessage("Port " + first.port() + " of 127.0.0.1 is taken");
    }
  }

  @Test
  void listensOnTheLoopbackAddressOnly() throws IOException {
    try (TestApi api = new TestApi(TestApi.definition())) {
      List<InetAddress> others =
          NetworkInterface.networkInterfaces()
              .flatMap(NetworkInterface::inetAddresses)
              .filter(address -> !address.isLoopbackAddress())
              .toList();
      for (InetAddress other : others) {
        assertThatThrownBy(() -> new Socket(other, api.port()).close())
            .isInstanceOf(ConnectException.class);
      }
      assertThat(api.http().get("/api/open").status()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName(
      "§1.1 ttl (D) only 0 reaches the limits at every call; anything else does not run here")
  void refusesAnAuthorizerThatCaches() {
    Authorizer caching = new Authorizer("Slow", "SlowAuth", List.of(), Duration.ofMinutes(5));
    Api api = TestApi.definition(TestApi.STAGE, caching);
    assertThatThrownBy(
            () -> new RestApi(api, (id, event, trace) -> event, InstantSource.system(), 0))
        .hasMessage("Authorizer Slow caches its responses; only a TTL of 0 runs here");
  }

  /** The barrier opens only when all of them are inside; more than a pool of threads would hold. */
  @Test
  void servesManyRequestsAtOnce() throws Exception {
    int callers = 250;
    CyclicBarrier inside = new CyclicBarrier(callers);
    try (TestApi api = new TestApi(TestApi.definition());
        HttpClient client = HttpClient.newHttpClient();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      api.on("Answer", event -> await(inside));
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + "/api/open"))
              .build();
      Callable<Integer> call = () -> client.send(request, BodyHandlers.ofString()).statusCode();
      for (int round = 0; round < 2; round++) {
        for (Future<Integer> status : threads.invokeAll(Collections.nCopies(callers, call))) {
          assertThat(status.get()).isEqualTo(200);
        }
      }
    }
  }

  private static String await(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return TestApi.EMPTY_ANSWER;
  }

  @Test
  @DisplayName(
      "§1.1 sizes (D; status: M, from memory) request line and header values above 10,240 bytes → 431")
  void countsTheValuesOfHeaders() throws IOException {
    var family = TestApi.response("DEFAULT_4XX", 404, Map.of(), "{}");
    try (TestApi api = new TestApi(TestApi.definition(List.of(family)))) {
      int others =
          "GET /api/open HTTP/1.1".length()
              + ("127.0.0.1:" + api.port()).length()
              + "close".length();
      String[] full = {"X-Long: " + "x".repeat(10_240 - others), "X-Empty:"};
      assertThat(api.http().get("/api/open", full).status()).isEqualTo(200);
      full[1] = "X-Empty: x";
      var response = api.http().get("/api/open", full);
      assertThat(response.status()).isEqualTo(431);
      assertThat(response.text()).isEqualTo("{\"message\":\"Request Header Fields Too Large\"}");
    }
  }

  @Test
  void answersWhatItCannotReadInJson() throws IOException {
    try (TestApi api = new TestApi(TestApi.definition())) {
      var response = api.http().get("/api/open", "X-Long: " + "x".repeat(70_000));
      assertThat(response.status()).isEqualTo(431);
      assertThat(response.text()).isEqualTo("{\"message\":\"Request Header Fields Too Large\"}");
    }
  }
}
