package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("process")
class SignInModeTest {

  @RegisterExtension
  static final Stack STACK = Stack.of("UserTable", "KeyTable", "SessionTable", "BanTable");

  private static Map<String, String> with(String... pairs) {
    Map<String, String> variables = new HashMap<>(STACK.environment("UserFunction"));
    for (int i = 0; i < pairs.length; i += 2) {
      variables.put(pairs[i], pairs[i + 1]);
    }
    return variables;
  }

  @ParameterizedTest
  @ValueSource(strings = {"legacy", "strict"})
  void refusesToStartBesideAnEmulatorOutsideLocalMode(String mode) {
    Map<String, String> deployed =
        with(
            "LOCAL", "false",
            "SIGN_IN_MODE", mode,
            "FIREBASE_PROJECT_ID", "p",
            "FIREBASE_AUTH_EMULATOR_HOST", "127.0.0.1:9099");
    assertThatIllegalStateException()
        .isThrownBy(() -> new UserHandler(deployed))
        .withMessageContaining("FIREBASE_AUTH_EMULATOR_HOST is set")
        .withMessageContaining("local mode");
    deployed.put("LOCAL", "true");
    assertThat(new UserHandler(deployed)).isNotNull();
  }

  @Test
  void refusesToStartBesideAnEmulatorThatIsBlank() {
    // The library takes any text but the empty one for a host, and then verifies no signature.
    Map<String, String> deployed = with("LOCAL", "false", "FIREBASE_AUTH_EMULATOR_HOST", " ");
    assertThatIllegalStateException()
        .isThrownBy(() -> new UserHandler(deployed))
        .withMessageContaining("FIREBASE_AUTH_EMULATOR_HOST is set");
  }

  @Test
  void refusesToStartInAModeThatThereIsNot() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new UserHandler(with("SIGN_IN_MODE", "Strict")))
        .withMessageContaining("SIGN_IN_MODE");
  }

  @Test
  void refusesToBeStrictWithoutAProject() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new UserHandler(with("SIGN_IN_MODE", "strict")))
        .withMessageContaining("FIREBASE_PROJECT_ID");
  }

  @Test
  void legacyLooksAtNoHeaderOfStrictMode() {
    App app = new App(STACK);
    app.signUp(App.student("uid-1", "one@kookmin.ac.kr"));
    ObjectNode event = App.event("user-signin");
    String body = "{\"uuid\":\"uid-1\",\"email\":\"one@kookmin.ac.kr\"}";
    event.put("body", body).put("isBase64Encoded", false);
    ObjectNode headers = event.withObject("/multiValueHeaders");
    headers.putArray("HMAC").add(app.sign(body));
    headers.putArray("HMAC-Timestamp").add("yesterday");
    headers.putArray("HMAC-Nonce").add("!");
    headers.putArray("Authorization").add("Bearer null");
    assertThat(app.send(event).status()).isEqualTo(200);
    assertThat(app.send(event).status()).isEqualTo(200);
  }
}
