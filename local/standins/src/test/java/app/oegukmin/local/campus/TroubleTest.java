package app.oegukmin.local.campus;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.FakeClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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
