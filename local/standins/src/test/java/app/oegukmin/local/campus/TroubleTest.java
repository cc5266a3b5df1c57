package app.oegukmin.local.campus;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.FakeClock;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TroubleTest {

  private static final int REQUESTS = 40;

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-30T00:00:00Z"));

  @Test
  void doesTheSameForTheSameSeedAndOtherwiseForAnother() throws Exception {
    List<String> responses = responses(new Trouble(7));

    assertThat(responses(new Trouble(7))).isEqualTo(responses);
    assertThat(responses(new Trouble(8))).isNotEqualTo(responses);
  }

  @Test
  void countsWhatItPlaysAndEndsWhenItIsTold() throws Exception {
    Trouble trouble = new Trouble(7);
    List<String> troubled = responses(trouble);
    assertThat(troubled).anyMatch(response -> !response.startsWith("200"));
    assertThat(trouble.played()).isNotEmpty();

    trouble.end();

    assertThat(responses(trouble)).allMatch(response -> response.startsWith("200"));
  }

  @Test
  void letsDeepLRefuseTheSameTextsForGood() throws Exception {
    Trouble trouble = new Trouble(7);
    trouble.end();
    try (Campus campus = Campus.start(clock, trouble)) {
      assertThat(trouble.refused()).hasSize(3).anyMatch(campus.titles()::contains);
      for (String text : trouble.refused()) {
        assertThat(status(campus, text)).isIn(400, 413);
      }
      assertThat(status(campus, "라면")).isEqualTo(200);
    }
    Trouble same = new Trouble(7);
    try (Campus campus = Campus.start(clock, same)) {
      assertThat(same.refused())
          .hasSameElementsAs(trouble.refused())
          .anyMatch(campus.titles()::contains);
    }
  }

  @Test
  void listsANoticeOnTwoBoards() {
    String one = "<a href=\"/user/kmuNews/notice/4/9/view.do\"></a>";
    String other = "<a href=\"/user/kmuNews/notice/5/8/view.do\"></a>";

    assertThat(PageOddity.MOVED.of(CampusReply.html(one + other)).orElseThrow().text())
        .contains("/notice/4/9/", "/notice/2/8/");
    assertThat(PageOddity.MOVED.of(CampusReply.html(one))).isEmpty();
  }

  private static int status(Campus campus, String text) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(campus.deeplUrl().resolve("/api-free.deepl.com/v2/translate"))
            .header("Authorization", "DeepL-Auth-Key any")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "target_lang=ZH&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8)))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  /** What a client gets of one list, asked for again and again. */
  private List<String> responses(Trouble trouble) throws Exception {
    List<String> responses = new ArrayList<>();
    try (Campus campus = Campus.start(clock, trouble)) {
      URI list = campus.base().resolve("/www.kookmin.ac.kr/user/kmuNews/notice/4/index.do");
      HttpRequest request = HttpRequest.newBuilder(list).header("Accept", "text/html").build();
      for (int i = 0; i < REQUESTS; i++) {
        responses.add(response(request));
      }
    }
    return responses;
  }

  // Over a kept connection the client itself repeats what was closed.
  private static String response(HttpRequest request) throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var response = client.send(request, BodyHandlers.ofString());
      return response.statusCode() + " " + response.body().length();
    } catch (IOException e) {
      return "closed";
    }
  }
}
