package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.local.event.FakeFunctions;
import app.oegukmin.testkit.Stack;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ControlServerTest {

  @RegisterExtension static final Stack STACK = Stack.of("TranslationTable");

  private final FakeFunctions functions = FakeFunctions.content();
  private final HttpClient http = HttpClient.newHttpClient();
  private ControlServer control;

  @BeforeEach
  void start() throws Exception {
    var month =
        new MonthlyCharacters(
            STACK.dynamodb(), STACK.table("TranslationTable"), 0, Clock.systemUTC());
    Crawl crawl =
        new Crawl(
            functions,
            List.of(),
            new Backlog(null, List.of()),
            new CrawlReport(null, "", month),
            Clock.systemUTC());
    control = ControlServer.start(crawl, new Redrive(null, List.of()));
  }

  @AfterEach
  void stop() {
    http.close();
    control.close();
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(control.uri().resolve(path))
            .method(method, BodyPublishers.noBody())
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  @Test
  void crawlsAndTellsAboutItInLines() throws Exception {
    HttpResponse<String> answer = send("POST", "/crawl");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).matches("(?s)Menus: .*\nDone in \\d+ s\\.\n.*board +pages.*");
    assertThat(functions.events()).first().hasToString("{\"source\":\"manual\"}");
  }

  @Test
  void passesTheBoardsOn() throws Exception {
    send("POST", "/crawl?board=official-academic&board=%ED%95%99%EC%82%AC");

    assertThat(functions.events().getFirst().path("boards").toString())
        .isEqualTo("[\"official-academic\",\"학사\"]");
  }

  @Test
  void sendsDeadLettersBack() throws Exception {
    assertThat(send("POST", "/redrive").statusCode()).isEqualTo(200);
    assertThat(functions.events()).isEmpty();
  }

  @Test
  void crawlsOnlyWhenItIsPosted() throws Exception {
    assertThat(send("GET", "/crawl").statusCode()).isEqualTo(405);
    assertThat(send("GET", "/redrive").statusCode()).isEqualTo(405);
    assertThat(send("POST", "/").statusCode()).isEqualTo(404);
    assertThat(functions.events()).isEmpty();
  }
}
