package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Tag("process")
class ProfileTest {

  @RegisterExtension static final Stack STACK = Stack.of("UserTable", "KeyTable");

  private static final String PROFILE =
      """
      {"name":"Lin","country":"France","major":"경영학전공","bigmajor":"경영대학",\
      "phoneNumber":"01012345678"}""";

  private static App app;

  @BeforeAll
  static void install() {
    app = new App(STACK);
  }

  @BeforeEach
  void signUp() {
    app.signUp(App.student("uid-1", "one@kookmin.ac.kr"));
    app.signUp(App.student("uid-2", "two@kookmin.ac.kr"));
  }

  @Test
  @DisplayName("D-A10: everything that a change demands is stored, the college too")
  void dA10_storesWhatItDemands() {
    App.Response answer = app.change("uid-1", PROFILE);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("message").asText()).isEqualTo("Successfully modify my info");
    JsonNode user = answer.body().path("response");
    assertThat(user.path("name").asText()).isEqualTo("Lin");
    assertThat(user.path("country").asText()).isEqualTo("France");
    assertThat(user.path("major").asText()).isEqualTo("경영학전공");
    assertThat(user.path("bigmajor").asText()).isEqualTo("경영대학");
    assertThat(user.path("email").asText()).isEqualTo("one@kookmin.ac.kr");
    assertThat(user.path("modifiedDate").asText()).isNotEqualTo(user.path("createdDate").asText());
    assertThat(app.me("uid-1").body().path("response")).isEqualTo(user);
  }

  @ParameterizedTest
  @CsvSource({
    "01012345678,010-1234-5678",
    "010-1234-5678,010-1234-5678",
    "0111234567,011-123-4567"
  })
  @DisplayName("D-A10: a phone number is taken with and without dashes and returned with them")
  void dA10_takesEitherSpellingOfAPhoneNumber(String sent, String stored) {
    String profile = PROFILE.replace("01012345678", sent);
    assertThat(app.change("uid-1", profile).body().at("/response/phoneNumber").asText())
        .isEqualTo(stored);
    String student = App.student("phone" + sent, sent + "@kookmin.ac.kr");
    assertThat(app.signUp(student.replace("010-8276-8291", sent)).status()).isEqualTo(201);
    assertThat(app.me("phone" + sent).body().at("/response/phoneNumber").asText())
        .isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(strings = {"010-12345678", "+82-10-1234-5678", "012345678", "", "010 1234 5678"})
  void refusesWhatIsNoPhoneNumber(String phone) {
    App.Response answer = app.change("uid-1", PROFILE.replace("01012345678", phone));
    assertThat(answer.code()).isEqualTo("C001");
    assertThat(answer.body().path("message").asText()).contains("phoneNumber");
  }

  @Test
  void clearsThePhoneNumberWhenNoneIsSent() {
    app.change("uid-1", PROFILE.replace("\"01012345678\"", "null"));
    assertThat(app.me("uid-1").body().at("/response/phoneNumber").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "country", "major", "bigmajor"})
  void refusesAChangeWithout(String field) {
    App.Response answer = app.change("uid-1", PROFILE.replace('"' + field + '"', "\"other\""));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("message").asText()).contains(field);
  }

  @Test
  void changesNobodyWhoIsNot() {
    assertThat(app.change("nobody", PROFILE).code()).isEqualTo("C003");
    assertThat(app.me("nobody").code()).isEqualTo("C003");
  }

  @Test
  @DisplayName("D-S8: others see name, country and major, and nothing else")
  void dS8_showsOthersNoMoreThanNameCountryAndMajor() {
    App.Response answer = app.profile("uid-2", publicId("uid-1"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("message").asText()).isEqualTo("Successfully get user info");
    assertThat(answer.body().path("response").properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder("name", "country", "major");
  }

  @Test
  @DisplayName("D-S1: a real id opens only the own profile")
  void dS1_takesARealIdFromItsOwnerOnly() {
    assertThat(app.profile("uid-2", "uid-1").code()).isEqualTo("C003");
    App.Response own = app.profile("uid-1", "uid-1");
    assertThat(own.body().at("/response/email").asText()).isEqualTo("one@kookmin.ac.kr");
  }

  @Test
  @DisplayName("D-S1: a public id says nothing of the real one and is its account's for ever")
  void dS1_givesEachAccountAnIdForOthers() {
    String before = publicId("uid-1");
    app.signUp(App.student("uid-1", "one@kookmin.ac.kr"));
    app.change("uid-1", PROFILE);
    assertThat(publicId("uid-1")).isEqualTo(before).matches("[A-Za-z0-9_-]{22}");
    assertThat(publicId("uid-2")).isNotEqualTo(before);
  }

  private static String publicId(String uid) {
    var key = Map.of("key", AttributeValue.fromS("user#" + uid));
    return STACK
        .dynamodb()
        .getItem(request -> request.tableName(STACK.table("UserTable")).key(key))
        .item()
        .get("publicId")
        .s();
  }
}
