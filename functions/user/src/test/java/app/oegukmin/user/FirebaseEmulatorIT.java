package app.oegukmin.user;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.json.Json;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Strict mode with users of a running Firebase Auth emulator, which the default build has not:
 *
 * <pre>
 *   npx firebase-tools emulators:start --only auth --project demo-oegukmin
 *   FIREBASE_AUTH_EMULATOR_HOST=127.0.0.1:9099 ./mvnw verify -Pfirebase-emulator
 * </pre>
 */
@Tag("process")
class FirebaseEmulatorIT {

  static final String HOST = "FIREBASE_AUTH_EMULATOR_HOST";

  private static final String PROJECT = "demo-oegukmin";

  @RegisterExtension
  static final Stack STACK =
      Stack.of("UserTable", "KeyTable", "SessionTable", "BanTable", "NonceTable")
          .withParameter("SignInMode", "strict")
          .withParameter("FirebaseProjectId", PROJECT);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String emulator = requireNonNull(System.getenv(HOST), HOST);

  @Test
  void admitsAUserOfTheEmulatorOnceItsEmailIsVerified() throws Exception {
    Map<String, String> environment = new HashMap<>(STACK.environment("UserFunction"));
    environment.put(HOST, emulator);
    App app = new App(STACK, environment);
    String email = UUID.randomUUID() + "@kookmin.ac.kr";
    String credentials =
        "{\"email\":\"%s\",\"password\":\"secret-of-nobody\",\"returnSecureToken\":true}"
            .formatted(email);
    JsonNode user = post("accounts:signUp?key=any", credentials);
    String uid = user.path("localId").asText();
    assertThat(signUp(app, uid, email, user).code()).isEqualTo("J001");

    post(
        "projects/" + PROJECT + "/accounts:update",
        "{\"localId\":\"%s\",\"emailVerified\":true}".formatted(uid));
    JsonNode verified = post("accounts:signInWithPassword?key=any", credentials);
    assertThat(signUp(app, uid, email, verified).status()).isEqualTo(201);
    assertThat(signUp(app, "another", email, verified).code()).isEqualTo("J001");
  }

  private static App.Response signUp(App app, String uid, String email, JsonNode user) {
    return StrictRequest.signUp(uid, email).token(user.path("idToken").asText()).send(app);
  }

  private JsonNode post(String path, String body) throws Exception {
    URI uri = URI.create("http://" + emulator + "/identitytoolkit.googleapis.com/v1/" + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer owner")
            .POST(BodyPublishers.ofString(body))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.body());
  }
}
