package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Strict mode: what is signed is good now, and once. */
@Tag("process")
class ReplayTest {

  private static final String UID = "Uid-1";
  private static final String EMAIL = "one@kookmin.ac.kr";

  @RegisterExtension
  static final Stack STACK =
      Firebase.stack("UserTable", "KeyTable", "SessionTable", "BanTable", "NonceTable");

  private static App app;
  private static String token;

  @BeforeAll
  static void install() throws IOException {
    Firebase firebase = Firebase.shared();
    firebase.publish(STACK);
    app = new App(STACK);
    token = firebase.goodToken(UID, EMAIL);
    StrictRequest.signUp(UID, EMAIL).token(token).send(app);
  }

  private static StrictRequest signIn() {
    return StrictRequest.signIn(UID, EMAIL).token(token);
  }

  @Test
  @DisplayName("D-S2: a captured request, sent again as it is, is refused")
  void dS2_refusesAReplay() {
    for (StrictRequest request : List.of(signIn(), StrictRequest.signUp(UID, EMAIL).token(token))) {
      assertThat(request.send(app).status()).isLessThan(300);
      refused(request.send(app));
    }
  }

  @Test
  @DisplayName("D-S2: of many that race with one nonce exactly one wins")
  void dS2_racingReplaysHaveOneWinner() throws Exception {
    StrictRequest request = signIn();
    Callable<App.Response> sending = () -> request.send(app);
    List<Integer> statuses = new ArrayList<>();
    try (var executor = Executors.newFixedThreadPool(4)) {
      for (Future<App.Response> answer : executor.invokeAll(Collections.nCopies(8, sending))) {
        statuses.add(answer.get().status());
      }
    }
    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 403);
  }

  @Test
  @DisplayName("D-S2: a nonce is used up for other requests, too")
  void dS2_refusesANonceOfAnotherRequest() {
    String nonce = "a-nonce-of-two-requests";
    assertThat(signIn().nonce(nonce).send(app).status()).isEqualTo(200);
    refused(signIn().at(Instant.now().plusSeconds(1)).nonce(nonce).send(app));
  }

  @Test
  @DisplayName("D-S2: the signature covers timestamp, nonce and body")
  void dS2_refusesASignatureOfAnythingElse() {
    String second = Long.toString(Instant.now().getEpochSecond());
    String nonce = "0123456789abcdef";
    String body = signIn().body();
    for (String text :
        List.of(
            body,
            second + "\n" + nonce + "\n",
            second + nonce + body,
            nonce + "\n" + second + "\n" + body,
            second + "\n" + nonce + "\n" + body + "\n",
            second + "1\n" + nonce + "\n" + body)) {
      refused(signIn().at(second).nonce(nonce).hmac(app.sign(text)).send(app));
    }
    assertThat(signIn().at(second).nonce(nonce).send(app).status())
        .as("what nobody signed used up no nonce")
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(longs = {-100_000, -302, 302, 100_000})
  void refusesWhatIsTooOldOrTooNew(long seconds) {
    refused(signIn().at(Instant.now().plusSeconds(seconds)).send(app));
  }

  @ParameterizedTest
  @ValueSource(longs = {-290, 290})
  void forgivesAClockThatIsOff(long seconds) {
    assertThat(signIn().at(Instant.now().plusSeconds(seconds)).send(app).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "-1", "1.5", "1e9", "99999999999999999999", "١٧٩٠٠٠٠٠٠٠"})
  void refusesWhatIsNoTimestamp(String timestamp) {
    refused(signIn().at(timestamp).send(app));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "fifteen-letters",
        "sixty-five-characters-are-one-more-than-the-contract-of-ours-has--",
        "with spaces in it",
        "with+characters/of=base64",
        "한글로-쓴-열여섯-글자-이상의-문자열"
      })
  void refusesANonceOfAnotherForm(String nonce) {
    refused(signIn().nonce(nonce).send(app));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sixteen-letters_",
        "64-characters-are-just-as-many-as-the-longest-nonce-of-ours-has_"
      })
  void takesTheShortestAndTheLongest(String nonce) {
    assertThat(signIn().nonce(nonce).send(app).status()).isEqualTo(200);
  }

  @Test
  void refusesMissingHeaders() {
    refused(signIn().at((String) null).send(app));
    refused(signIn().nonce(null).send(app));
    refused(app.signIn(UID, EMAIL));
  }

  @Test
  void keepsANonceForLongerThanItCouldBeReplayed() {
    long now = Instant.now().getEpochSecond();
    signIn().at(Long.toString(now + 200)).nonce("kept-for-some-minutes").send(app);
    Map<String, AttributeValue> key =
        Map.of("nonce", AttributeValue.fromS("kept-for-some-minutes"));
    var item =
        STACK.dynamodb().getItem(r -> r.tableName(STACK.table("NonceTable")).key(key)).item();
    assertThat(item.get("expires").n()).isEqualTo(Long.toString(now + 200 + 600));
  }

  private static void refused(App.Response answer) {
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body().toString())
        .isEqualTo("{\"success\":false,\"code\":\"HM001\",\"message\":\"HMAC is not valid\"}");
  }
}
