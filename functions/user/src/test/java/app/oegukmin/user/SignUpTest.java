package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("process")
class SignUpTest {

  @RegisterExtension static final Stack STACK = Stack.of("UserTable", "KeyTable");

  private static App app;

  @BeforeAll
  static void install() {
    app = new App(STACK);
  }

  @Test
  void makesAnAccountThatReadsBackAsItWasSent() {
    App.Response answer = app.signUp(App.student("uid-1", "one@kookmin.ac.kr"));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().toString())
        .isEqualTo("{\"success\":true,\"message\":\"Successfully Signup\",\"response\":\"\"}");

    App.Response me = app.me("uid-1");
    assertThat(me.status()).isEqualTo(200);
    assertThat(me.body().path("message").asText()).isEqualTo("Successfully gey my info");
    var user = me.body().path("response");
    assertThat(user.path("id").asText()).isEqualTo("uid-1");
    assertThat(user.path("email").asText()).isEqualTo("one@kookmin.ac.kr");
    assertThat(user.path("name").asText()).isEqualTo("응우옌 린");
    assertThat(user.path("bigmajor").asText()).isEqualTo("소프트웨어융합대학");
    assertThat(user.path("role").asText()).isEqualTo("ROLE_USER");
    assertThat(user.path("createdDate").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*");
    assertThat(user.path("modifiedDate").isTextual()).isTrue();
  }

  @Test
  @DisplayName("D-A13: the same sign-up again succeeds, because its response may have been lost")
  void dA13_isIdempotent() {
    String body = App.student("uid-2", "two@kookmin.ac.kr");
    assertThat(app.signUp(body).status()).isEqualTo(201);
    assertThat(app.signUp(body).status()).isEqualTo(201);
  }

  @Test
  @DisplayName("D-A7: a known id with another e-mail overwrites nobody")
  void dA7_neverOverwritesAnAccount() {
    app.signUp(App.student("uid-3", "three@kookmin.ac.kr"));
    App.Response answer = app.signUp(App.student("uid-3", "thief@kookmin.ac.kr"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("U001");
    assertThat(app.me("uid-3").body().at("/response/email").asText())
        .isEqualTo("three@kookmin.ac.kr");
  }

  @Test
  void refusesAnEmailThatIsTakenInAnyCase() {
    app.signUp(App.student("uid-4", "four@kookmin.ac.kr"));
    App.Response answer = app.signUp(App.student("uid-5", "FOUR@kookmin.ac.kr"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("U001");
    assertThat(app.me("uid-5").code()).isEqualTo("C003");
  }

  @Test
  @DisplayName("D-A7: of many racing for one e-mail exactly one gets it, and none gets a 500")
  void dA7_racingForOneEmailHasOneWinner() throws Exception {
    List<Callable<App.Response>> callers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String body = App.student("racer-" + i, "race@kookmin.ac.kr");
      callers.add(() -> app.signUp(body));
    }
    List<Integer> statuses = new ArrayList<>();
    try (var executor = Executors.newFixedThreadPool(6)) {
      for (Future<App.Response> answer : executor.invokeAll(callers)) {
        statuses.add(answer.get().status());
      }
    }
    assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "AAAA", "not base64 !", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
  void refusesAWrongHmacWhateverTheBody(String hmac) {
    for (String body : List.of(App.student("uid-6", "six@kookmin.ac.kr"), "{", "")) {
      App.Response answer = app.post("user-signup", body, hmac, false);
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.code()).isEqualTo("HM001");
    }
    assertThat(app.me("uid-6").code()).isEqualTo("C003");
  }

  @Test
  void refusesAMissingHmac() {
    App.Response answer = app.post("user-signup", "{}", null, false);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body().toString())
        .isEqualTo("{\"success\":false,\"code\":\"HM001\",\"message\":\"HMAC is not valid\"}");
  }

  @Test
  void signsTheBytesOfABase64Body() {
    String body = App.student("uid-7", "seven@kookmin.ac.kr");
    assertThat(app.post("user-signup", body, app.sign(body), true).status()).isEqualTo(201);
    assertThat(app.me("uid-7").body().at("/response/name").asText()).isEqualTo("응우옌 린");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "uuid        | `\"uuid\":\"uid-8\"`                  | `\"uuid\":\" \"`",
        "email       | `\"email\":\"eight@kookmin.ac.kr\"`   | `\"email\":\"eight\"`",
        "email       | `\"email\":\"eight@kookmin.ac.kr\"`   | `\"email\":\"\"`",
        "email       | `\"email\":\"eight@kookmin.ac.kr\"`   | `\"email\":null`",
        "name        | `\"name\":\"응우옌 린\"`                | `\"name\":\"\"`",
        "country     | `\"country\":\"Vietnam\"`             | `\"country\":null`",
        "phoneNumber | `\"phoneNumber\":\"010-8276-8291\"`   | `\"phoneNumber\":\"010-82768291\"`",
        "bigmajor    | `\"bigmajor\":\"소프트웨어융합대학\"`     | `\"other\":1`",
        "major       | `\"major\":\"소프트웨어학부\"`           | `\"major\":\"\"`"
      })
  @DisplayName("D-A8: an incomplete body is 400 C001 and says which field")
  void dA8_namesTheFieldThatIsWrong(String field, String good, String bad) {
    String body = App.student("uid-8", "eight@kookmin.ac.kr").replace(good, bad);
    App.Response answer = app.signUp(body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("C001");
    assertThat(answer.body().path("message").asText()).contains(field).doesNotContain("eight");
    assertThat(app.me("uid-8").code()).isEqualTo("C003");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "[]", "\"text\"", "{\"uuid\":{}}", "not json"})
  @DisplayName("D-A9: a malformed body is 400 C001, never 500")
  void dA9_refusesAMalformedBody(String body) {
    App.Response answer = app.signUp(body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("C001");
    assertThat(answer.body().path("message").asText()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b",
        "a}b",
        "a{b",
        "a\\nb",
        "a\\rb",
        "a\\u0000b",
        "a/b",
        "\\ud800",
        "\\u00e9",
        ""
      })
  void takesNoIdThatCouldBeMistakenInAKey(String uuid) {
    String email = "odd@kookmin.ac.kr";
    for (App.Response answer :
        List.of(app.signUp(App.student(uuid, email)), app.signIn(uuid, email))) {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("C001");
      assertThat(answer.body().path("message").asText()).startsWith("uuid ");
    }
  }

  @Test
  void takesAnAccountWithoutPhone() {
    String body =
        App.student("uid-9", "nine@kookmin.ac.kr")
            .replace("\"phoneNumber\":\"010-8276-8291\"", "\"phoneNumber\":null");
    assertThat(app.signUp(body).status()).isEqualTo(201);
    assertThat(app.me("uid-9").body().path("response").path("phoneNumber").isNull()).isTrue();
  }
}
