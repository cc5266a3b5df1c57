package app.oegukmin.local.campus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.deepl.api.AuthorizationException;
import com.deepl.api.DeepLClient;
import com.deepl.api.DeepLClientOptions;
import com.deepl.api.QuotaExceededException;
import com.deepl.api.TextResult;
import com.deepl.api.TextTranslationOptions;
import com.deepl.api.TooManyRequestsException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeepLTest {

  private static final String SITE = "/api-free.deepl.com";

  private Campus campus;
  private DeepLClient client;

  @BeforeEach
  void start() throws Exception {
    campus = Campus.start(Clock.systemUTC());
    client = client("any-key:fx");
  }

  @AfterEach
  void stop() {
    campus.close();
  }

  @Test
  void answersItsOwnLibrary() throws Exception {
    List<TextResult> results =
        client.translateText(List.of("교무팀", "국제관"), "ko", "en-US", new TextTranslationOptions());

    assertThat(results)
        .extracting(TextResult::getText)
        .containsExactly("Academic Affairs Team", "International Hall");
    assertThat(results.getFirst().getBilledCharacters()).isEqualTo(3);
  }

  @Test
  void keepsTagsWhenAskedTo() throws Exception {
    var html = new TextTranslationOptions().setTagHandling("html");

    assertThat(client.translateText("<p class=\"a\">교무팀</p>", "ko", "zh", html).getText())
        .isEqualTo("<p class=\"a\">教务组</p>");
  }

  @Test
  void countsWhatItBills() throws Exception {
    client.translateText("교무팀😀", "ko", "en-US");

    assertThat(campus.deepl().characters()).isEqualTo(4);
    assertThat(client.getUsage().getCharacter().getCount()).isEqualTo(4);
  }

  @Test
  void takesJsonToo() throws Exception {
    String body =
        """
        {"text": ["<b>교무팀</b>"], "source_lang": "KO", "target_lang": "EN-US", "tag_handling": "html"}
        """;

    assertThat(post("application/json", body).body()).contains("<b>Academic Affairs Team</b>");
    assertThat(post("application/json", "{").statusCode()).isEqualTo(400);
  }

  @Test
  void refusesACallWithoutKey() throws Exception {
    assertThat(send(HttpRequest.newBuilder(request("/v2/usage").build().uri())).statusCode())
        .isEqualTo(403);
    assertThatThrownBy(() -> client(" ").translateText("교무팀", "ko", "zh"))
        .isInstanceOf(AuthorizationException.class);
    assertThat(campus.deepl().characters()).isZero();
  }

  @Test
  void troublesCanBeStaged() throws Exception {
    campus.deepl().refuse(456);
    assertThatThrownBy(() -> client.translateText("교무팀", "ko", "zh"))
        .isInstanceOf(QuotaExceededException.class);

    campus.deepl().refuse(429);
    assertThatThrownBy(() -> client.translateText("교무팀", "ko", "zh"))
        .isInstanceOf(TooManyRequestsException.class);

    campus.deepl().accept();
    assertThat(client.translateText("교무팀", "ko", "zh").getText()).isEqualTo("教务组");
  }

  @ParameterizedTest
  @CsvSource({"0, 400", "1, 200", "50, 200", "51, 400"})
  void takesFiftyTexts(int texts, int status) throws Exception {
    String form = "target_lang=ZH" + "&text=a".repeat(texts);

    assertThat(post("application/x-www-form-urlencoded", form).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"131072, 200", "131073, 413"})
  void takes128Kilobytes(int bytes, int status) throws Exception {
    String start = "target_lang=ZH&text=";
    String form = start + String.join("", Collections.nCopies(bytes - start.length(), "a"));

    assertThat(post("application/x-www-form-urlencoded", form).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "EN-US, 200",
    "en-us, 200",
    "EN-GB, 200",
    "ZH, 200",
    "ZH-HANS, 200",
    "EN, 400",
    "XX, 400"
  })
  void takesTheLanguagesItHas(String language, int status) throws Exception {
    String form = "text=a&target_lang=" + language;

    assertThat(post("application/x-www-form-urlencoded", form).statusCode()).isEqualTo(status);
  }

  @Test
  void knowsNoOtherPathOrMethod() throws Exception {
    HttpRequest.Builder usage = request("/v2/usage");
    assertThat(send(usage.GET()).statusCode()).isEqualTo(200);
    assertThat(send(request("/v2/translate").GET()).statusCode()).isEqualTo(405);
    assertThat(send(request("/v2/nowhere").GET()).statusCode()).isEqualTo(404);
  }

  private DeepLClient client(String key) {
    DeepLClientOptions options = new DeepLClientOptions();
    options.setServerUrl(campus.base() + SITE).setMaxRetries(0);
    return new DeepLClient(key, options);
  }

  private HttpResponse<String> post(String contentType, String body) throws Exception {
    return send(
        request("/v2/translate")
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(campus.base() + SITE + path))
        .header("Authorization", "DeepL-Auth-Key any-key:fx");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.ofString());
    }
  }
}
