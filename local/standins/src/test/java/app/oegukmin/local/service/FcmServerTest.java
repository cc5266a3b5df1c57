package app.oegukmin.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FcmServerTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SEND = "/v1/projects/oegukmin-local/messages:send";
  private static final String TAKEN = "{\"message\":{\"token\":\"phone-of-lee\"}}";

  private final HttpClient http = HttpClient.newHttpClient();
  private FcmServer fcm;

  @BeforeEach
  void start() throws IOException {
    fcm = FcmServer.start(Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    fcm.close();
    http.close();
  }

  private HttpResponse<String> post(String path, String authorization, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(fcm.uri().resolve(path))
            .header("Authorization", authorization)
            .POST(BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private String bearer() throws Exception {
    JsonNode key = JSON.readTree(fcm.key());
    String pem = key.path("private_key").asText().replaceAll("-----[A-Z ]+-----", "");
    RSAPrivateKey secret =
        (RSAPrivateKey)
            KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
    String assertion =
        JWT.create()
            .withIssuer(key.path("client_email").asText())
            .withClaim("scope", "https://www.googleapis.com/auth/firebase.messaging")
            .sign(Algorithm.RSA256(null, secret));
    String token = post("/token", "none", "grant_type=any&assertion=" + assertion).body();
    return "Bearer " + JSON.readTree(token).path("access_token").asText();
  }

  @Test
  void showsWhatItHasTaken() throws Exception {
    assertThat(post(SEND, bearer(), TAKEN).statusCode()).isEqualTo(200);
    assertThat(fcm.pushes()).hasSize(1);
    HttpRequest shown = HttpRequest.newBuilder(fcm.uri().resolve("/pushes")).build();
    assertThat(http.send(shown, BodyHandlers.ofString()).body())
        .isEqualTo("{\"token\":\"phone-of-lee\"}\n");
  }

  @Test
  void admitsNobodyWithoutItsKey() throws Exception {
    assertThat(post("/token", "none", "assertion=a.b.c").statusCode()).isEqualTo(400);
    assertThat(post(SEND, "Bearer guessed", TAKEN).statusCode()).isEqualTo(401);
    String bearer = bearer();
    fcm.expireTokens();
    assertThat(post(SEND, bearer, TAKEN).statusCode()).isEqualTo(401);
    assertThat(fcm.pushes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                                                              | 400 INVALID_ARGUMENT",
        "{\"message\":{\"token\":\"no token\"}}                          | 400 INVALID_ARGUMENT",
        "{\"message\":{\"token\":\"phone-of-lee\",\"to\":\"x\"}}         | 400 INVALID_ARGUMENT",
        "{\"message\":{\"token\":\"phone-of-lee\",\"data\":{\"a\":1}}}   | 400 INVALID_ARGUMENT",
        "{\"message\":{\"token\":\"dead-phone-of-lee\"}}                 | 404 UNREGISTERED"
      })
  void refusesAsFcmDoes(String body, String refusal) throws Exception {
    HttpResponse<String> response = post(SEND, bearer(), body);
    String code = JSON.readTree(response.body()).at("/error/details/0/errorCode").asText();
    assertThat(response.statusCode() + " " + code).isEqualTo(refusal);
    assertThat(fcm.pushes()).isEmpty();
  }

  @Test
  void refusesWhatIsTooLarge() throws Exception {
    String large = "{\"message\":{\"token\":\"phone-of-lee\",\"data\":{\"a\":\"%s\"}}}";
    String bearer = bearer();
    assertThat(post(SEND, bearer, large.formatted("x".repeat(4000))).statusCode()).isEqualTo(200);
    assertThat(post(SEND, bearer, large.formatted("x".repeat(4096))).statusCode()).isEqualTo(400);
  }
}
