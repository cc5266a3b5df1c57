package app.oegukmin.local.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import app.oegukmin.engines.SelfSigned;
import app.oegukmin.local.campus.Campus;
import app.oegukmin.local.standin.FaultControl;
import app.oegukmin.local.standin.StandIn;
import app.oegukmin.testkit.FakeClock;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code make fail} does to each stand-in, seen over HTTP. */
@Tag("process")
class StandInFaultsTest {

  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final String OFFICIAL = "www.kookmin.ac.kr";
  private static final String CISS = "cms.kookmin.ac.kr";
  private static final FakeClock CLOCK = new FakeClock(Instant.parse("2026-11-20T15:30:00Z"));

  @TempDir static Path folder;

  private static HttpClient http;
  private static Campus campus;
  private static SsmServer ssm;
  private static FirebaseServer firebase;
  private static FaultControl control;

  @BeforeAll
  static void start() throws IOException {
    http = HttpClient.newHttpClient();
    campus = Campus.start(CLOCK);
    ssm = SsmServer.start(name -> Optional.of("key"), CLOCK);
    SelfSigned signer = SelfSigned.rsa(folder.resolve("firebase.p12"), "CN=test");
    firebase = FirebaseServer.start(new FirebaseTokens(signer, CLOCK), CLOCK);
    List<StandIn> all = new ArrayList<>(campus.standIns());
    campus.hosts().forEach(all::add);
    all.addAll(List.of(ssm.standIn(), firebase.standIn()));
    control = new FaultControl(all);
  }

  @AfterAll
  static void stop() {
    firebase.close();
    ssm.close();
    campus.close();
    http.close();
  }

  @BeforeEach
  void heal() {
    List.of("sites", "deepl", "ssm", "firebase", OFFICIAL)
        .forEach(service -> control.inject(service, "ok", "1s"));
  }

  private static HttpRequest.Builder request(String service) {
    return switch (service) {
      case "deepl" ->
          HttpRequest.newBuilder(URI.create(campus.deeplUrl() + "/v2/usage"))
              .header("Authorization", "DeepL-Auth-Key any");
      case "ssm" ->
          HttpRequest.newBuilder(ssm.endpoint())
              .header("X-Amz-Target", "AmazonSSM.GetParameter")
              .POST(BodyPublishers.ofString("{\"Name\":\"/a\",\"WithDecryption\":true}"));
      case "firebase" -> HttpRequest.newBuilder(firebase.keys());
      case CISS -> HttpRequest.newBuilder(campus.base().resolve("/" + CISS + "/cms/main.do"));
      default ->
          HttpRequest.newBuilder(
                  campus.base().resolve("/" + OFFICIAL + "/user/kmuNews/notice/4/index.do"))
              .header("Accept", "text/html");
    };
  }

  private static HttpResponse<String> send(String service)
      throws IOException, InterruptedException {
    return http.send(request(service).build(), BodyHandlers.ofString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sites", "deepl", "ssm", "firebase", OFFICIAL})
  void breaksItsConnections(String service) throws Exception {
    control.inject(service, "down", "60s");
    assertThatIOException().isThrownBy(() -> send(service));

    CLOCK.advance(Duration.ofSeconds(60));
    assertThat(send(service).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sites", "deepl", "ssm", "firebase", OFFICIAL})
  void keepsItsCallersWaiting(String service) {
    control.inject(service, "slow", "60s");

    assertThatExceptionOfType(HttpTimeoutException.class)
        .isThrownBy(
            () -> http.send(request(service).timeout(PATIENCE).build(), BodyHandlers.ofString()));
  }

  @ParameterizedTest
  @CsvSource({
    "sites, 429, Too Many Requests, 60",
    "www.kookmin.ac.kr, 429, Too Many Requests, 60",
    "deepl, 429, Too many requests,",
    "ssm, 400, ThrottlingException,",
    "firebase, 429, RESOURCE_EXHAUSTED,"
  })
  void throttlesAsItsServiceDoes(String service, int status, String body, String retryAfter)
      throws Exception {
    control.inject(service, "429", "60s");

    HttpResponse<String> response = send(service);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).contains(body);
    assertThat(response.headers().firstValue("Retry-After"))
        .isEqualTo(Optional.ofNullable(retryAfter));
  }

  @ParameterizedTest
  @ValueSource(strings = {"deepl", "ssm", "firebase"})
  void respondsWithJsonThatIsCutOff(String service) throws Exception {
    control.inject(service, "malformed", "60s");

    HttpResponse<String> response = send(service);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThatExceptionOfType(JsonProcessingException.class)
        .isThrownBy(() -> new ObjectMapper().readTree(response.body()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sites", OFFICIAL})
  void respondsWithAPageThatIsCutOff(String service) throws Exception {
    String whole = send(service).body();
    control.inject(service, "malformed", "60s");

    assertThat(send(service).statusCode()).isEqualTo(200);
    assertThat(send(service).body()).startsWith("<!DOCTYPE html>").hasSizeLessThan(100);
    assertThat(whole).hasSizeGreaterThan(1000);
  }

  @Test
  void leavesOtherServicesAlone() throws Exception {
    control.inject("sites", "down", "60s");

    assertThat(send("deepl").statusCode()).isEqualTo(200);
    assertThat(send("ssm").statusCode()).isEqualTo(200);
    assertThat(send("firebase").statusCode()).isEqualTo(200);
    assertThatIOException().isThrownBy(() -> send(CISS));
  }

  @Test
  void leavesOtherHostsAlone() throws Exception {
    control.inject(OFFICIAL, "down", "60s");

    assertThatIOException().isThrownBy(() -> send(OFFICIAL));
    assertThat(send(CISS).statusCode()).isIn(200, 404);
  }
}
