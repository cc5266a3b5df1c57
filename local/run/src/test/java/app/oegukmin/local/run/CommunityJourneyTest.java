package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.local.event.Await;
import app.oegukmin.local.run.Student.Response;
import app.oegukmin.local.run.sample.Multipart;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What students write to each other, over HTTP, against the whole running system. */
@Tag("process")
class CommunityJourneyTest {

  private static final Map<String, String> GUEST = Map.of();
  private static final Duration START = Duration.ofMinutes(3);

  @TempDir static Path root;

  private static Checkout checkout;
  private static Process run;
  private static Student student;
  private static Map<String, String> linh;
  private static Map<String, String> wei;
  private static Map<String, String> admin;

  @BeforeAll
  static void start() throws Exception {
    checkout = Checkout.in(root);
    run = checkout.runWithoutCampus(Checkout.freePort(), Map.of("LAZY", "yes"));
    // A machine that tests share takes longer than a minute.
    Instant deadline = Instant.now().plus(START);
    while (!Files.exists(checkout.env()) && run.isAlive() && Instant.now().isBefore(deadline)) {
      Thread.sleep(100);
    }
    assertThat(checkout.env()).as(Files.readString(checkout.output())).exists();
    student = new Student(checkout.variables(), "Zk3pQ9rT1xYw7LmN5vB2cD8eF4g1");
    linh = signedIn(student);
    try (Student other =
        new Student(checkout.variables(), "We1Zh4ngWe1Zh4ngWe1Zh4ngWe1Z", "장 웨이", "7391-4460")) {
      wei = signedIn(other);
    }
    admin = Map.of("Authorization", "Bearer " + checkout.script("admin-token.sh"));
  }

  private static Map<String, String> signedIn(Student who) throws Exception {
    assertThat(who.signUp().status()).isEqualTo(201);
    String token = who.signIn().response().path("accessToken").asText();
    return Map.of("Authorization", "Bearer " + token);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    run.destroy();
    run.waitFor();
    if (student != null) {
      student.close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4})
  void asksWithPicturesThatEverybodySees(int pictures) throws Exception {
    Response asked = ask("사진 " + pictures + "장", pictures);

    assertThat(asked.status()).isEqualTo(200);
    List<String> addresses = addresses(asked);
    assertThat(addresses)
        .hasSize(2 * pictures)
        .allSatisfy(url -> assertThat(get(url)).isEqualTo(200));
    assertThat(addresses(student.get("/question/read?id=" + id(asked), GUEST)))
        .isEqualTo(addresses);
  }

  @Test
  void anAnswerIsReadListedAndLiked() throws Exception {
    long question = id(ask("은행 계좌", 0));
    String text = "{\"questionId\":%d,\"context\":\"학생증이 필요해요 🙂\"}".formatted(question);
    Response answered = student.post("/answer/create", text, wei);
    assertThat(answered.status()).isEqualTo(200);
    long answer = answered.response().path("id").asLong();
    String like = "{\"answerId\":%d}".formatted(answer);
    assertThat(put("/answer/like", like, linh).status()).isEqualTo(200);

    JsonNode row = answers(question, linh).at("/answerList/0");

    assertThat(row.path("context").asText()).isEqualTo("학생증이 필요해요 🙂");
    assertThat(row.path("likeCount").asInt()).isEqualTo(1);
    assertThat(row.path("likeCheck").asBoolean()).isTrue();
    assertThat(put("/answer/unlike", like, linh).status()).isEqualTo(200);
    assertThat(answers(question, linh).at("/answerList/0/likeCount").asInt()).isZero();
  }

  private static JsonNode answers(long question, Map<String, String> as) throws Exception {
    String filter = "{\"questionId\":%d,\"cursorId\":0,\"sortBy\":\"like\"}".formatted(question);
    return student.post("/answer/list", filter, as).response();
  }

  @Test
  void aHelpArticleIsWrittenReadAndDone() throws Exception {
    String text = "{\"title\":\"통역\",\"context\":\"병원에 같이 가요\",\"isHelper\":1}";
    long id = student.post("/help/create", text, linh).response().path("id").asLong();

    assertThat(put("/help/done?id=" + id, "", wei).status()).isEqualTo(403);
    assertThat(put("/help/done?id=" + id, "", linh).status()).isEqualTo(200);
    JsonNode help = student.get("/help/read?id=" + id, GUEST).response();
    assertThat(help.path("isDone").asBoolean()).isTrue();
    assertThat(help.path("isHelper").asBoolean()).isTrue();
  }

  @Test
  @DisplayName(
      "F-90: what an administrator hides is gone with its pictures, and comes without them")
  void f90_hidesAQuestionWithItsPictures() throws Exception {
    Response asked = ask("나쁜 사진", 1);
    List<String> addresses = addresses(asked);

    assertThat(hide(id(asked), true, wei).status()).isEqualTo(403);
    assertThat(hide(id(asked), true, admin).status()).isEqualTo(200);

    assertThat(student.get("/question/read?id=" + id(asked), GUEST).status()).isEqualTo(400);
    Await.until(() -> assertThat(addresses).allSatisfy(url -> assertThat(get(url)).isEqualTo(403)));
    assertThat(hide(id(asked), false, admin).status()).isEqualTo(200);
    Response shown = student.get("/question/read?id=" + id(asked), GUEST);
    assertThat(shown.status()).isEqualTo(200);
    assertThat(addresses(shown)).isEmpty();
  }

  private static Response hide(long question, boolean hidden, Map<String, String> as)
      throws Exception {
    String body =
        "{\"kind\":\"question\",\"id\":%d,\"hidden\":%s,\"reason\":\"신고\"}"
            .formatted(question, hidden);
    return put("/admin/hidden", body, as);
  }

  @Test
  @DisplayName("D-Q4: an FAQ entry is erased with its pictures")
  void dQ4_erasesAnEntryWithItsPictures() throws Exception {
    String text =
        """
        {"title":"비자","question":"연장은 어떻게?","answer":"출입국에서","language":"KO","tag":"비자"}\
        """;
    Multipart form = new Multipart().json("request", text).file("imgList", "a.jpg", jpeg(9));
    assertThat(student.post("/faq/create", form, wei).status()).isEqualTo(403);
    Response created = student.post("/faq/create", form, admin);
    assertThat(created.status()).isEqualTo(200);
    List<String> addresses = addresses(created);
    assertThat(addresses).hasSize(2).allSatisfy(url -> assertThat(get(url)).isEqualTo(200));

    long id = created.response().at("/faqResponse/id").asLong();
    assertThat(student.send("DELETE", "/faq/erase?id=" + id, "", admin).status()).isEqualTo(200);

    Await.until(() -> assertThat(addresses).allSatisfy(url -> assertThat(get(url)).isEqualTo(403)));
  }

  private static Response ask(String title, int pictures) throws Exception {
    String text =
        "{\"title\":\"%s\",\"context\":\"본문\",\"tag\":\"생활정보\",\"author\":null}".formatted(title);
    Multipart form = new Multipart().json("request", text);
    for (int i = 0; i < pictures; i++) {
      form.file("imgList", "사진 " + i + ".HEIC", jpeg(i));
    }
    return student.post("/question/create", form, linh);
  }

  private static byte[] jpeg(int color) throws IOException {
    BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    image.setRGB(color, color, 0xffffff);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", bytes);
    return bytes.toByteArray();
  }

  private static long id(Response asked) {
    return asked.response().at("/questionResponse/id").asLong();
  }

  private static List<String> addresses(Response post) {
    List<String> addresses = new ArrayList<>();
    post.response().path("imgUrl").forEach(url -> addresses.add(url.asText()));
    post.response().path("thumbnailUrl").forEach(url -> addresses.add(url.asText()));
    return addresses;
  }

  private static Response put(String path, String body, Map<String, String> as) throws Exception {
    Map<String, String> headers = new HashMap<>(as);
    headers.put("Content-Type", "application/json");
    return student.send("PUT", path, body, headers);
  }

  private static int get(String address) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }
}
