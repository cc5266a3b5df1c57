package app.oegukmin.qna.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.ApiResponse;
import app.oegukmin.testkit.Stack;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms that no app writes, and anybody may send. */
@Tag("process")
class OddFormTest {

  @RegisterExtension static final Stack STACK = Stack.of(Asker.RESOURCES).withValkey();

  private static final String TYPE = "multipart/form-data; boundary=" + Multipart.BOUNDARY;
  private static final String NAMED = "content-disposition: form-data; name=\"request\"\r\n";

  private Asker asker;

  @BeforeEach
  void join() {
    STACK.clear();
    asker = new Asker(STACK);
  }

  @ParameterizedTest
  @DisplayName("F-93: a form that cannot be read is a refusal, and no failure")
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"\"",
        "multipart/form-data; boundary=another",
        "multipart/form-data; boundary=-"
      })
  void f93_refusesAnOddBoundary(String type) {
    assertRefused(asker.ask(type, Asker.UID, form(NAMED)));
  }

  @ParameterizedTest
  @DisplayName("F-93: so is one whose parts cannot be read")
  @ValueSource(
      strings = {
        "",
        "content-type: application/json\r\n",
        "content-disposition: form-data\r\n",
        "content-disposition: form-data; name=\"request\r\n",
        "content-disposition: \r\n",
        "content-disposition: form-data; name=\"request\"\r\ncontent-type: nonsense\r\n",
        "content-disposition: form-data; name=\"request\"\r\ncontent-type: /\r\n",
        "content-disposition: form-data; name=\"request\"\r\ncontent-transfer-encoding: base64\r\n",
        "content-disposition: form-data; name=\"request\"\r\ncontent-transfer-encoding: odd\r\n",
        "no header at all\r\n"
      })
  void f93_refusesOddHeadersOfAPart(String headers) {
    ApiResponse response = asker.ask(TYPE, Asker.UID, form(headers));

    assertThat(response.status()).as(response.body().toString()).isIn(200, 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFF{}",
        "[]",
        "\"\"",
        "1",
        "{\"title\":{},\"context\":[],\"tag\":1}",
        "{\"images\":\"x\"}"
      })
  void refusesJsonOfAnotherShape(String json) {
    assertRefused(asker.ask(new Multipart().request(json)));
  }

  @Test
  void refusesAPartThatIsNoUtf8() {
    byte[] bytes = Asker.question("x").getBytes(StandardCharsets.UTF_8);
    bytes[11] = (byte) 0xff;

    assertRefused(
        asker.ask(Asker.UID, new Multipart().part("", "name=\"request\"", bytes).whole()));
  }

  @Test
  void readsABoundaryInQuotesBesideACharset() {
    String type = "multipart/form-data; charset=\"utf-8\"; boundary=\"" + Multipart.BOUNDARY + "\"";

    assertThat(asker.ask(type, Asker.UID, form(NAMED)).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("F-93: a picture that is not in the encoding which it names is refused")
  void f93_refusesAPictureThatIsNotInItsEncoding() {
    String odd = "name=\"imgList\"; filename=\"a\"\r\ncontent-transfer-encoding: base64";
    Multipart form = new Multipart().request(Asker.question("제목")).part("", odd, Asker.jpeg(1));

    ApiResponse response = asker.ask(form);

    assertThat(response.status()).as(response.body().toString()).isEqualTo(400);
    assertThat(asker.count("QuestionTable")).isZero();
  }

  private static byte[] form(String headers) {
    String boundary = "--" + Multipart.BOUNDARY;
    return (boundary
            + "\r\n"
            + headers
            + "\r\n"
            + Asker.question("제목")
            + "\r\n"
            + boundary
            + "--\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private void assertRefused(ApiResponse response) {
    assertThat(response.refusal()).as(response.body().toString()).isEqualTo("400 C001");
    assertThat(asker.count("QuestionTable")).isZero();
  }
}
