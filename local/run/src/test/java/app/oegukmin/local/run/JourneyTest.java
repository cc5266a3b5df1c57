package app.oegukmin.local.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.local.run.Student.Response;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a student does with the app, over HTTP, against the whole running system. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("process")
class JourneyTest {

  private static final Duration CRAWL = Duration.ofMinutes(8);

  @TempDir static Path root;

  private static Checkout checkout;
  private static Process run;
  private static Student student;
  private static String token;

  @BeforeAll
  static void startAndSignIn() throws Exception {
    checkout = Checkout.in(root);
    // Of each site; the first has several pages, the second what the chatbot is asked about.
    run =
        checkout.run(
            Checkout.freePort(),
            "official-academic",
            "official-administration",
            "ciss-visa",
            "cs-notice");
    await(() -> Files.exists(checkout.env()));
    student = new Student(checkout.variables(), "Zk3pQ9rT1xYw7LmN5vB2cD8eF4g1");
    await(() -> Files.readString(checkout.output()).contains("Done in"));
    assertThat(student.signUp().status()).isEqualTo(201);
    Response signedIn = student.signIn();
    assertThat(signedIn.status()).isEqualTo(200);
    token = signedIn.response().path("accessToken").asText();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    student.close();
    run.destroy();
    run.waitFor();
  }

  @Test
  void readsItsOwnProfile() throws Exception {
    Response me = student.get("/user/me", Map.of("Authorization", "Bearer " + token));
    assertThat(me.status()).isEqualTo(200);
    for (String field :
        List.of(
            "createdDate",
            "modifiedDate",
            "id",
            "email",
            "major",
            "bigmajor",
            "country",
            "name",
            "role")) {
      assertThat(me.response().path(field).isTextual()).as(field).isTrue();
    }
    assertThat(me.response().path("name").asText()).isEqualTo("응우옌 린");
  }

  @Test
  @DisplayName("D-S12: who somebody is comes from the token and from no header")
  void dS12_trustsNoHeaderThatNamesAMember() throws Exception {
    Map<String, String> claimed = Map.of("X-User-ID", "somebody", "userId", "somebody");
    assertThat(student.get("/user/me", claimed).status()).isEqualTo(401);
    Map<String, String> both = new HashMap<>(claimed);
    both.put("Authorization", "Bearer " + token);
    Response me = student.get("/user/me", both);
    assertThat(me.response().path("id").asText()).isEqualTo(student.uuid);
  }

  @Test
  void staysSignedInUntilItSignsOut() throws Exception {
    JsonNode first = student.signIn().response();
    JsonNode second = reissue(first).response();
    assertThat(me(second)).isEqualTo(200);

    Response out = post("/auth/logout", second, Map.of("Authorization", bearer(second)));
    assertThat(out.status()).isEqualTo(200);
    assertThat(me(second)).isEqualTo(403);
    assertThat(me(first)).isEqualTo(403);
    assertThat(reissue(second).body().path("code").asText()).isEqualTo("J002");
    assertThat(student.get("/user/me", Map.of("Authorization", "Bearer " + token)).status())
        .isEqualTo(200);
  }

  @Test
  @DisplayName("F-5: a deleted account leaves no trace in tables, buckets, Valkey and logs")
  void f5_leavesNoTrace() throws Exception {
    try (Student member =
            new Student(
                checkout.variables(), "Tr4nM1nhAnhQ7wX2yZ9kLp0sV8bC", "쩐 민 안", "7391-4460");
        Traces traces = new Traces(checkout)) {
      Set<String> person = Set.of(member.uuid, member.email, member.name, member.phone);
      assertThat(member.signUp().status()).isEqualTo(201);
      traces.setRole(member.uuid, "ROLE_ADMIN");
      JsonNode first = member.signInByIdToken().response();
      post("/auth/logout", first, Map.of("Authorization", bearer(first)));
      Map<String, String> signedIn =
          Map.of("Authorization", bearer(member.signInByIdToken().response()));
      assertThat(member.send("POST", "/announcement/test", "", signedIn).status()).isEqualTo(200);
      assertThat(member.send("POST", "/menu/test?date=2026-11-23", "", signedIn).status())
          .isEqualTo(200);
      String partner = UUID.nameUUIDFromBytes("sample-seoul".getBytes(UTF_8)).toString();
      await(() -> member.send("POST", "/chat/connect/" + partner, "", signedIn).status() < 300);
      assertThat(traces.of(person)).contains("UserTable", "SessionTable", "RoomTable");

      assertThat(member.send("DELETE", "/user/me", "", signedIn).status()).isEqualTo(200);
      await(() -> traces.of(person).isEmpty());
      assertThat(member.send("GET", "/user/me", "", signedIn).status()).isEqualTo(403);
      assertThat(member.signUp().status()).isEqualTo(201);
    }
  }

  @Test
  @DisplayName("F-4: an administrator needs an ID token and the role, which is read at each call")
  void f4_anAdministratorNeedsAnIdTokenAndTheRole() throws Exception {
    try (Student admin = new Student(checkout.variables(), "Adm1nAdm1nAdm1nAdm1nAdm1nAdm");
        Traces traces = new Traces(checkout)) {
      admin.signUp();
      traces.setRole(admin.uuid, "ROLE_ADMIN");
      assertThat(order(admin, bearer(admin.signIn().response()))).isEqualTo(403);
      String verified = bearer(admin.signInByIdToken().response());
      assertThat(order(admin, verified)).isEqualTo(200);
      traces.setRole(admin.uuid, "ROLE_USER");
      assertThat(order(admin, verified)).isEqualTo(403);
    }
    assertThat(order(student, "Bearer " + checkout.script("admin-token.sh"))).isEqualTo(200);
  }

  private static int order(Student caller, String authorization) throws Exception {
    Map<String, String> headers = Map.of("Authorization", authorization);
    return caller.send("POST", "/menu/test?date=2026-11-23", "", headers).status();
  }

  private static Response reissue(JsonNode pair) throws Exception {
    return post("/auth/reissue", pair, Map.of());
  }

  private static Response post(String path, JsonNode pair, Map<String, String> headers)
      throws Exception {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", "application/json");
    return student.send("POST", path, pair.toString(), all);
  }

  private static int me(JsonNode pair) throws Exception {
    return student.get("/user/me", Map.of("Authorization", bearer(pair))).status();
  }

  private static String bearer(JsonNode pair) {
    return "Bearer " + pair.path("accessToken").asText();
  }

  @ParameterizedTest
  @ValueSource(strings = {"KO", "EN-US", "ZH"})
  void findsEnoughNoticesForTheHomeScreen(String language) throws Exception {
    Response page = list("전체", language, 0);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.response().path("announcements").size()).isGreaterThanOrEqualTo(5);
  }

  @Test
  void findsTheSameNoticesInEveryLanguageOnceEach() throws Exception {
    // The schedule may bring notices of the other boards meanwhile.
    await(
        () -> {
          int korean = countOf("KO");
          return countOf("EN-US") == korean && countOf("ZH") == korean;
        });
  }

  private static int countOf(String language) throws Exception {
    List<Long> ids = everything(language);
    assertThat(ids).hasSizeGreaterThan(30).doesNotHaveDuplicates();
    return ids.size();
  }

  private static List<Long> everything(String language) throws Exception {
    List<Long> ids = new ArrayList<>();
    long cursor = 0;
    do {
      JsonNode page = list("전체", language, cursor).response();
      page.path("announcements").forEach(notice -> ids.add(notice.path("id").asLong()));
      cursor = page.path("hasNext").asBoolean() ? page.path("lastCursorId").asLong() : 0;
    } while (cursor != 0);
    return ids;
  }

  @Test
  void readsANoticeInEnglish() throws Exception {
    JsonNode row = list("학사공지", "EN-US", 0).response().at("/announcements/0");
    Response read = student.get("/announcement/" + row.path("id").asLong());
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.response().path("title")).isEqualTo(row.path("title"));
    assertThat(row.path("title").asText()).doesNotMatch(".*[가-힣].*");
    assertThat(read.response().path("document").asText()).contains("<").doesNotContain("<script");
    assertThat(read.response().path("language").asText()).isEqualTo("EN-US");
    assertThat(read.response().path("url").asText()).startsWith("https://www.kookmin.ac.kr/");
  }

  @Test
  void findsANoticeByItsTitleAndKeepsWhatItFound() throws Exception {
    String title = list("전체", "KO", 0).response().at("/announcements/0/title").asText();
    String path = "/announcement/search?word=" + URLEncoder.encode(title, StandardCharsets.UTF_8);
    // Texts follow the lists' stream.
    await(() -> student.get(path).response().findValuesAsText("title").contains(title));
    assertThat(student.get(path, Map.of("If-None-Match", "*")).status()).isEqualTo(304);
  }

  @Test
  @DisplayName("D-B4, D-S14: what was just crawled is answered in three languages, with its link")
  void dB4_asksAboutANoticeThatWasJustCrawled() throws Exception {
    String english = "/announcement/search?language=EN-US&word=shuttle";
    // The index follows the translations.
    await(() -> !student.get(english).response().path("announcements").isEmpty());
    long id = student.get(english).response().at("/announcements/0/id").asLong();
    String link = student.get("/announcement/" + id).response().path("url").asText();
    String bearer = "Bearer " + token;

    assertThat(student.ask("겨울방학에 셔틀버스 막차는 몇 시예요?", "ko", bearer)).contains(" · " + link);
    assertThat(student.ask("When does the last shuttle bus leave in winter?", "en", bearer))
        .contains("Winter shuttle bus timetable · ", " · " + link);
    assertThat(student.ask("班车的末班车是几点？", "zh-CN", bearer))
        .contains("冬季班车运行时间变更通知 · ", " · " + link);
    assertThat(student.ask("내일 날씨 어때요?", "ko", bearer)).startsWith("잘 모르겠어요");
  }

  @Test
  void sendsARottenTokenToAPublicRouteAndIsAnswered() throws Exception {
    Response answer = student.get("/announcement", Map.of("Authorization", "Bearer null"));
    assertThat(answer.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /user/me,           '',       401, J001",
    "GET,  /user/me,           Bearer x, 403, J001",
    "POST, /user/signup,       '',       403, HM001",
    "GET,  /announcement/12,   '',       400, C003",
    "GET,  /announcement/x,    '',       400, C001",
    "GET,  /announcement?cursor=x, '',   400, C001",
    "GET,  /nothing,           '',       404, ''",
    "GET,  /nothing,           Bearer x, 404, ''",
    "PUT,  /announcement,      '',       404, ''",
    "GET,  /user/signin,       '',       404, ''"
  })
  void isRefusedInTheEnvelope(
      String method, String path, String authorization, int status, String code) throws Exception {
    Map<String, String> headers =
        authorization.isEmpty() ? Map.of() : Map.of("Authorization", authorization);
    Response answer = student.send(method, path, "", headers);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body().path("success").isBoolean()).isTrue();
    assertThat(answer.body().path("success").asBoolean()).isFalse();
    assertThat(answer.body().path("message").asText()).isNotBlank();
    assertThat(answer.body().path("code").asText()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "{\"uuid\":\"x\"}", "null"})
  void isToldWhatIsWrongWithASignedBody(String body) throws Exception {
    Response answer = student.signed("/user/signup", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("code").asText()).isEqualTo("C001");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  @DisplayName("D-S3, D-S4, D-S14: no log knows a secret, token, HMAC, e-mail, phone or question")
  void dS3_leavesNoSecretAndNoPersonalDataInAnyLog() throws Exception {
    student.signIn();
    Set<String> secrets = student.confidential();
    assertThat(secrets).as("what every test before this one sent and got").hasSizeGreaterThan(10);
    try (var logs = Files.walk(root.resolve(".local/logs"))) {
      List<Path> files = logs.filter(Files::isRegularFile).toList();
      assertThat(files).isNotEmpty();
      for (Path file : files) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(secrets).as("%s", file).noneMatch(text::contains);
      }
    }
    assertThat(Files.readString(checkout.output())).doesNotContain(secrets);
  }

  private static Response list(String type, String language, long cursor) throws Exception {
    String encoded = URLEncoder.encode(type, StandardCharsets.UTF_8);
    return student.get(
        "/announcement?type=%s&language=%s&cursor=%d".formatted(encoded, language, cursor));
  }

  /** What may not be there yet. */
  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Condition condition) throws Exception {
    Instant deadline = Instant.now().plus(CRAWL);
    while (!condition.holds()) {
      assertThat(run.isAlive()).as("%s", checkout.output()).isTrue();
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(100);
    }
  }
}
