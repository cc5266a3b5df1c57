package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.local.event.FakeFunctions;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Template;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LambdaServerTest {

  private static final String ARN =
      "arn:aws:lambda:ap-northeast-2:000000000000:function:PassageFunction:live";

  @Test
  void invokesAFunctionByItsNameAndByItsArn() throws Exception {
    FakeFunctions functions = new FakeFunctions(event -> "{\"passages\":[]}");

    assertThat(call(functions, "PassageFunction", "").body()).isEqualTo("{\"passages\":[]}");
    HttpResponse<String> response = call(functions, ARN, "");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("X-Amz-Function-Error")).isEmpty();
    assertThat(functions.events()).hasSize(2);
  }

  @Test
  void tellsWhatAFunctionThrew() throws Exception {
    var failing =
        new FakeFunctions(
            event -> {
              throw FakeFunctions.error();
            });
    HttpResponse<String> response = call(failing, "PassageFunction", "");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("X-Amz-Function-Error")).contains("Unhandled");
    assertThat(response.body()).contains("java.lang.IllegalStateException");
  }

  @Test
  void tellsThatTooManyRun() throws Exception {
    var busy =
        new FakeFunctions(
            event -> {
              throw FakeFunctions.throttle();
            });

    assertThat(call(busy, "PassageFunction", "").statusCode()).isEqualTo(429);
  }

  @Test
  void knowsNoOtherFunctionAndNoOtherCaller() throws Exception {
    FakeFunctions functions = FakeFunctions.content();

    assertThat(call(functions, "NoFunction", "").statusCode()).isEqualTo(404);
    // Its policy does not say so.
    assertThat(call(functions, ARN, "app/CrawlerFunction").statusCode()).isEqualTo(403);
    // It is in the VPC.
    assertThat(call(functions, ARN, "app/NoticeFunction").statusCode()).isEqualTo(403);
    assertThat(functions.events()).isEmpty();
  }

  private static HttpResponse<String> call(FakeFunctions functions, String name, String agent)
      throws Exception {
    try (LambdaServer server = LambdaServer.start(functions, template().functions());
        HttpClient http = HttpClient.newHttpClient()) {
      String path =
          "/2015-03-31/functions/%s/invocations"
              .formatted(URLEncoder.encode(name, StandardCharsets.UTF_8));
      HttpRequest request =
          HttpRequest.newBuilder(server.endpoint().resolve(path))
              .header("User-Agent", "aws-sdk-java/2 " + agent)
              .POST(BodyPublishers.ofString("{}"))
              .build();
      return http.send(request, BodyHandlers.ofString());
    }
  }

  private static Template template() throws IOException {
    Path file = Path.of(System.getProperty("project.root"), "template.yaml");
    LocalNames names = new LocalNames("", URI.create("http://127.0.0.1:9324"));
    return Template.read(file, Map.of("Local", "true"), names);
  }
}
