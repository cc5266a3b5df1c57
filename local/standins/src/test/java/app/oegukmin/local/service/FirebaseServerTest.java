package app.oegukmin.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.engines.SelfSigned;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("process")
class FirebaseServerTest {

  @TempDir Path directory;

  private final HttpClient http = HttpClient.newHttpClient();
  private FirebaseServer firebase;

  @BeforeEach
  void start() throws IOException {
    SelfSigned signer = SelfSigned.rsa(directory.resolve("firebase.p12"), "CN=test");
    firebase =
        FirebaseServer.start(new FirebaseTokens(signer, Clock.systemUTC()), Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    firebase.close();
    http.close();
  }

  private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  @Test
  void handsOutTokensThatItsPublishedKeyVerifies() throws Exception {
    HttpResponse<String> keys = get(firebase.keys());
    assertThat(keys.headers().firstValue("Cache-Control")).contains("public, max-age=21600");
    JsonNode certificates = new ObjectMapper().readTree(keys.body());

    String token = get(firebase.uri().resolve("/id-token/uid-1/linh%40kookmin.ac.kr")).body();

    String kid = JWT.decode(token.strip()).getKeyId();
    byte[] pem = certificates.path(kid).asText().getBytes(StandardCharsets.US_ASCII);
    var certificate =
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
    DecodedJWT verified =
        JWT.require(Algorithm.RSA256((RSAPublicKey) certificate.getPublicKey(), null))
            .withAudience(FirebaseTokens.PROJECT)
            .withIssuer("https://securetoken.google.com/" + FirebaseTokens.PROJECT)
            .build()
            .verify(token.strip());
    assertThat(verified.getSubject()).isEqualTo("uid-1");
    assertThat(verified.getClaim("email").asString()).isEqualTo("linh@kookmin.ac.kr");
    assertThat(verified.getClaim("email_verified").asBoolean()).isTrue();
  }

  @Test
  void hasNothingElse() throws Exception {
    assertThat(get(firebase.uri().resolve("/id-token/uid-1")).statusCode()).isEqualTo(404);
    assertThat(get(firebase.uri()).statusCode()).isEqualTo(404);
  }
}
