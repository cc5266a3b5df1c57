package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.local.event.FakeFunctions;
import app.oegukmin.local.service.SsmServer;
import app.oegukmin.local.standin.FaultControl;
import app.oegukmin.shared.budget.MonthlyUnits;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.testkit.Stack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class ControlServerTest {

  @RegisterExtension static final Stack STACK = Stack.of("TranslationTable");

  private final FakeFunctions functions = FakeFunctions.content();
  private final HttpClient http = HttpClient.newHttpClient();
  private SsmServer ssm;
  private ControlServer control;

  @BeforeEach
  void start() throws Exception {
    var month =
        new MonthlyCharacters(
            Dynamo.table(
                STACK.dynamodb(),
                STACK.table("TranslationTable"),
                MonthlyUnits.schema("characters")),
            0,
            Clock.systemUTC());
    Crawl crawl =
        new Crawl(
            functions,
            List.of(),
            new Backlog(null, List.of()),
            new CrawlReport(null, "", month),
            Clock.systemUTC());
    ssm = SsmServer.start(name -> Optional.of("key"), Clock.systemUTC());
    FaultControl faults = new FaultControl(List.of(ssm.standIn()));
    control =
        ControlServer.start(
            crawl,
            new Redrive(null, List.of()),
            new Reindexing(functions, Clock.systemUTC()),
            faults);
  }

  @AfterEach
  void stop() {
    http.close();
    control.close();
    ssm.close();
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    return send(method, control.uri().resolve(path));
  }

  private HttpResponse<String> send(String method, URI uri) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build();
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
  void makesAStandInFailAndWorkAgain() throws Exception {
    HttpResponse<String> response = send("POST", "/fail?service=ssm&how=malformed&for=5m");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("ssm is malformed for 300 s, then ok.\n");
    assertThat(send("POST", ssm.endpoint()).statusCode()).isEqualTo(200);

    assertThat(send("POST", "/fail?service=ssm&how=ok").body()).isEqualTo("ssm is ok.\n");
    assertThat(send("POST", ssm.endpoint()).statusCode()).isEqualTo(400);
  }

  @Test
  void failsForAMinuteUnlessTold() throws Exception {
    assertThat(send("POST", "/fail?service=ssm&how=down&for=").body())
        .isEqualTo("ssm is down for 60 s, then ok.\n");
  }

  @Test
  void saysInALineWhichFaultsThereAre() throws Exception {
    HttpResponse<String> unknown = send("POST", "/fail?service=slack&how=down");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).isEqualTo("SERVICE is one of ssm, not slack.\n");
    assertThat(send("POST", "/fail").statusCode()).isEqualTo(400);
  }

  @Test
  void crawlsOnlyWhenItIsPosted() throws Exception {
    assertThat(send("GET", "/crawl").statusCode()).isEqualTo(405);
    assertThat(send("GET", "/redrive").statusCode()).isEqualTo(405);
    assertThat(send("GET", "/fail?service=ssm&how=down").statusCode()).isEqualTo(405);
    assertThat(send("POST", "/").statusCode()).isEqualTo(404);
    assertThat(functions.events()).isEmpty();
  }
}
