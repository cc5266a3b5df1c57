package app.oegukmin.qna.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.ApiResponse;
import app.oegukmin.testkit.AwsCalls;
import app.oegukmin.testkit.Stack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class QuestionPostTest {

  @RegisterExtension static final Stack STACK = Stack.of(Asker.RESOURCES).withValkey();

  private Asker asker;

  @BeforeEach
  void join() {
    STACK.clear();
    asker = new Asker(STACK);
  }

  @Test
  void asksWithoutPictures() {
    ApiResponse response = asker.ask(new Multipart().request(Asker.question("제목")));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body().path("message").asText()).isEqualTo("Successfully create question");
    assertThat(response.body().at("/response/imgUrl").isArray()).isTrue();
    assertThat(response.texts("imgUrl")).isEmpty();
    assertThat(response.body().at("/response/questionResponse/author").asText())
        .isEqualTo("이름 linh");
    assertThat(asker.objects()).isEmpty();
  }

  @Test
  @DisplayName("D-Q5, D-Q6, D-Q7: four pictures, whatever their names, and nothing stays pending")
  void dQ5_dQ7_asksWithFourPictures() {
    Multipart form = new Multipart().request(Asker.question("제목"));
    for (String name : List.of("사진 1#?.JPG", "a.heic", "no-extension", "x%22y.jpeg")) {
      form.picture(name, Asker.jpeg(name.hashCode() & 0xffffff));
    }

    ApiResponse response = asker.ask(form);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.texts("imgUrl"))
        .hasSize(4)
        .allMatch(url -> url.matches("http://localhost/question/\\d+/[A-Za-z0-9_-]{22}\\.jpg"));
    assertThat(response.texts("thumbnailUrl"))
        .hasSize(4)
        .allMatch(url -> url.matches("http://localhost/question/\\d+/[A-Za-z0-9_-]{22}-s\\.jpg"));
    assertThat(asker.objects()).hasSize(8).allMatch(key -> key.startsWith("public/question/"));
    assertThat(asker.count("PendingTable")).isZero();
  }

  @Test
  @DisplayName("D-S15: the bytes decide what a picture is, not its name")
  void dS15_refusesAPageThatIsCalledAPicture() {
    assertNothingStored(
        asker.ask(
            new Multipart()
                .request(Asker.question("제목"))
                .picture("a.jpg", Asker.jpeg(1))
                .picture("b.jpg", "<html></html>".getBytes(StandardCharsets.UTF_8))),
        "400 S304");
  }

  @Test
  void refusesMoreThanFourAndEmptyOnes() {
    Multipart five = new Multipart().request(Asker.question("제목"));
    for (int i = 0; i < 5; i++) {
      five.picture("a.jpg", Asker.jpeg(i));
    }
    Multipart empty =
        new Multipart()
            .request(Asker.question("제목"))
            .picture("a.jpg", Asker.jpeg(1))
            .picture("b.jpg", new byte[0]);

    assertNothingStored(asker.ask(five), "400 S307");
    assertNothingStored(asker.ask(empty), "400 S301");
  }

  @Test
  void refusesAGuestAndABadText() {
    byte[] form = new Multipart().request(Asker.question("제목")).whole();
    assertNothingStored(asker.ask("", form), "401 J001");
    assertNothingStored(asker.ask("nobody", form), "400 C003");
    assertNothingStored(asker.ask(new Multipart().request(Asker.question(" "))), "400 C001");
  }

  @Test
  void refusesAFormThatIsBroken() {
    byte[] json = Asker.question("제목").getBytes(StandardCharsets.UTF_8);
    byte[] open = new Multipart().request(Asker.question("제목")).picture("a", new byte[9]).open();

    assertNothingStored(asker.ask(Asker.UID, open), "400 C001");
    assertNothingStored(asker.ask(Asker.UID, new byte[0]), "400 C001");
    assertNothingStored(asker.ask(Asker.UID, json), "400 C001");
    assertNothingStored(asker.ask(new Multipart().picture("a", Asker.jpeg(1))), "400 C001");
    assertNothingStored(asker.ask(new Multipart().request("{\"title\":")), "400 C001");
    assertNothingStored(asker.ask(new Multipart().request("null")), "400 C001");
  }

  @Test
  void readsTheJsonPartWhateverItsType() {
    for (String type : List.of("application/json", "application/octet-stream", "", "text/plain")) {
      byte[] json = Asker.question("제목 " + type).getBytes(StandardCharsets.UTF_8);
      assertThat(asker.ask(new Multipart().part(type, "name=\"request\"", json)).status())
          .as(type)
          .isEqualTo(200);
    }
  }

  @Test
  @DisplayName("D-F5: the same question with the same pictures is one, also in a race")
  void dF5_storesTwinsOnce() throws Exception {
    byte[] form = form(Asker.jpeg(1));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<ApiResponse> ask = () -> asker.ask(Asker.UID, form);
      List<Future<ApiResponse>> twins = threads.invokeAll(List.of(ask, ask));
      assertThat(twins.getFirst().get().status()).isEqualTo(200);
      assertThat(twins.getFirst().get().body()).isEqualTo(twins.getLast().get().body());
    }
    assertThat(asker.count("QuestionTable")).isEqualTo(1);
    assertThat(asker.objects()).hasSize(2);

    assertThat(asker.ask(Asker.UID, form(Asker.jpeg(2))).status()).isEqualTo(200);
    assertThat(asker.count("QuestionTable")).isEqualTo(2);
  }

  private static byte[] form(byte[] picture) {
    return new Multipart().request(Asker.question("제목")).picture("a.jpg", picture).whole();
  }

  @Test
  void takesFewRoundTrips() {
    asker.ask(new Multipart().request(Asker.question("연결을 여는 질문")));
    assertThat(roundTrips(form(0))).isEqualTo(4);
    // The limit by bytes comes on top.
    assertThat(roundTrips(form(1))).isEqualTo(4 + 1 + 2);
    assertThat(roundTrips(form(4))).isEqualTo(4 + 1 + 2 * 4);
  }

  @Test
  void takesOneMoreForEachUpload() throws Exception {
    asker.ask(new Multipart().request(Asker.question("연결을 여는 질문")));
    String json = withImages(uploaded(Asker.jpeg(1)) + "\",\"" + uploaded(Asker.jpeg(2)));
    assertThat(roundTrips(new Multipart().request(json).whole())).isEqualTo(4 + 1 + 3 * 2);
  }

  private static byte[] form(int pictures) {
    Multipart form = new Multipart().request(Asker.question("제목 " + pictures));
    for (int i = 0; i < pictures; i++) {
      form.picture("p" + i, Asker.jpeg(i + 1));
    }
    return form.whole();
  }

  private long roundTrips(byte[] form) {
    AwsCalls.forget();
    long before = STACK.valkeyRequests();
    assertThat(asker.ask(Asker.UID, form).status()).isEqualTo(200);
    // Less the question for the number itself.
    return AwsCalls.operations().size() + STACK.valkeyRequests() - before - 1;
  }

  @Test
  void asksWithUploads() throws Exception {
    String key = uploaded(Asker.jpeg(7));

    ApiResponse response = asker.ask(new Multipart().request(withImages(key)));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.texts("imgUrl")).hasSize(1);
    String other = key.replaceFirst("raw/.", "raw/_");
    assertThat(asker.ask(new Multipart().request(withImages(other))).refusal())
        .isEqualTo("400 S303");
    String absent = key.substring(0, key.length() - 22) + "A".repeat(22);
    assertThat(asker.ask(new Multipart().request(withImages(absent))).refusal())
        .isEqualTo("400 S303");
  }

  private String uploaded(byte[] jpeg) throws Exception {
    ApiResponse upload =
        asker.upload("{\"type\":\"image/jpeg\",\"length\":%d}".formatted(jpeg.length));
    assertThat(put(upload.body().at("/response/url").asText(), jpeg)).isEqualTo(200);
    return upload.body().at("/response/key").asText();
  }

  private static String withImages(String key) {
    return Asker.question("올린 사진").replace("}", ",\"images\":[\"" + key + "\"]}");
  }

  private static int put(String url, byte[] body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "image/jpeg")
            .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  private void assertNothingStored(ApiResponse response, String refusal) {
    assertThat(response.refusal()).isEqualTo(refusal);
    assertThat(asker.objects()).isEmpty();
    assertThat(asker.count("QuestionTable")).isZero();
    assertThat(asker.count("PendingTable")).isZero();
  }
}
