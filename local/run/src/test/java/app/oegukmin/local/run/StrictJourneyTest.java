package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.local.run.Student.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code SIGN_IN_MODE=strict make run} lets in, over HTTP. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@Tag("process")
class StrictJourneyTest {

  @TempDir static Path root;

  private static Checkout checkout;
  private static Process run;
  private static Student student;

  @BeforeAll
  static void start() throws Exception {
    checkout = Checkout.in(root);
    run =
        checkout.runWithoutCampus(
            Checkout.freePort(), Map.of("SIGN_IN_MODE", "strict", "LAZY", "yes"));
    while (!Files.exists(checkout.env()) && run.isAlive()) {
      Thread.sleep(100);
    }
    assertThat(checkout.env()).as(Files.readString(checkout.output())).exists();
    student = new Student(checkout.variables(), "Zk3pQ9rT1xYw7LmN5vB2cD8eF4g1");
  }

  @AfterAll
  static void stop() throws InterruptedException {
    student.close();
    run.destroy();
    run.waitFor();
  }

  @Test
  @DisplayName("D-S1, D-S2, D-S3: its own ID token, once, and no log knows it")
  void dS1_signsInByItsIdTokenAlone() throws Exception {
    String token = student.idToken(student.uuid, student.email);
    String signUp =
        """
        {"uuid":"%s","email":"%s","name":"린","country":"Vietnam","bigmajor":"대학","major":"학부"}"""
            .formatted(student.uuid, student.email);
    assertThat(student.strict("/user/signup", signUp, nonce(), token).status()).isEqualTo(201);

    String signIn = "{\"uuid\":\"%s\",\"email\":\"%s\"}".formatted(student.uuid, student.email);
    String nonce = nonce();
    Response answer = student.strict("/user/signin", signIn, nonce, token);
    assertThat(answer.status()).isEqualTo(200);
    String access = answer.response().path("accessToken").asText();
    assertThat(student.get("/user/me", Map.of("Authorization", "Bearer " + access)).status())
        .isEqualTo(200);

    assertThat(student.strict("/user/signin", signIn, nonce, token).status()).isEqualTo(403);
    assertThat(student.signIn().status()).isEqualTo(403);
    for (String other : List.of(student.idToken("another", student.email), access, "null")) {
      assertThat(student.strict("/user/signin", signIn, nonce(), other).status()).isEqualTo(401);
    }
    logsKnowNothing();
  }

  @Test
  @DisplayName("F-4: make admin-token signs an administrator in, who may take tokens of others")
  void f4_signsASampleAdministratorIn() throws Exception {
    Map<String, String> admin =
        Map.of("Authorization", "Bearer " + checkout.script("admin-token.sh"));
    Response taken = student.get("/user/test?id=sample-administrator", admin);
    assertThat(taken.status()).isEqualTo(200);
    String minted = "Bearer " + taken.response().path("accessToken").asText();
    assertThat(
            student
                .get("/user/test?id=sample-administrator", Map.of("Authorization", minted))
                .status())
        .as("what was taken is no administrator's")
        .isEqualTo(403);
  }

  private void logsKnowNothing() throws Exception {
    // Every log holds the word: what any text contains would prove nothing.
    List<String> secrets =
        student.confidential().stream().filter(text -> !text.equals("null")).toList();
    assertThat(secrets).hasSizeGreaterThan(10);
    try (var logs = Files.walk(root.resolve(".local/logs"))) {
      for (Path file : logs.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(secrets).as("%s", file).noneMatch(text::contains);
      }
    }
  }

  private static String nonce() {
    return UUID.randomUUID().toString();
  }
}
