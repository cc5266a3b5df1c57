package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.Stack;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class MissingKeysTest {

  private static final String EMAIL = "one@kookmin.ac.kr";

  @RegisterExtension
  static final Stack STACK =
      Firebase.stack("UserTable", "KeyTable", "SessionTable", "BanTable", "NonceTable");

  @Test
  void isOurFailureUntilTheKeysAreFetched() throws IOException {
    Firebase firebase = Firebase.shared();
    App app = new App(STACK);
    String token = firebase.goodToken("uid-1", EMAIL);
    StrictRequest first = StrictRequest.signUp("uid-1", EMAIL).token(token);
    App.Response answer = first.send(app);
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.code()).isEqualTo("C004");
    firebase.publish(STACK);
    assertThat(StrictRequest.signUp("uid-1", EMAIL).token(token).send(app).status()).isEqualTo(201);
  }
}
