package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.local.event.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Runs the whole system, as {@code make run} does, in a process of its own. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("process")
class MainTest {

  private static final int PATIENCE_SECONDS = 60;

  /** For runs that nobody calls: to load all functions takes most of a start. */
  private static final Map<String, String> LAZY = Map.of("LAZY", "yes");

  @TempDir static Path root;

  private static Checkout checkout;
  private static Process run;

  @BeforeAll
  static void checkOut() throws IOException {
    checkout = Checkout.in(root);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (run != null) {
      run.destroy();
      run.waitFor();
    }
  }

  private static void start(int port, Map<String, String> environment) throws IOException {
    run = checkout.runWithoutCampus(port, environment);
    Await.until(() -> assertThat(Files.exists(checkout.env()) || !run.isAlive()).isTrue());
    assertThat(checkout.env()).as(Files.readString(checkout.output())).exists();
  }

  private static String outputOfARefusedRun(Checkout checkout, int port) throws Exception {
    Process refused = checkout.runWithoutCampus(port, Map.of());
    assertThat(refused.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(refused.exitValue()).isEqualTo(1);
    String output = Files.readString(checkout.output());
    assertThat(output).as("sentences, no stack trace").doesNotContain("\tat ");
    return output;
  }

  @Test
  @Order(1)
  void answersUntilItIsAskedToEndAndLeavesNothingBehind() throws Exception {
    int port = Checkout.freePort();
    start(port, Map.of());

    Map<String, String> variables = checkout.variables();
    assertThat(variables)
        .containsEntry("BASE_URL", "http://127.0.0.1:" + port + "/api")
        .containsKeys(
            "HMAC_SECRET",
            "CONTROL",
            "DYNAMODB_ENDPOINT",
            "SQS_ENDPOINT",
            "S3_ENDPOINT",
            "REDIS_PORT");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(checkout.env())))
        .isEqualTo("rw-------");
    assertThat(checkout.get("/announcement?language=EN-US").statusCode()).isEqualTo(200);
    assertThat(Files.readString(checkout.output()))
        .contains(variables.get("BASE_URL"), "curl 'http://127.0.0.1:" + port + "/api/");
    assertThat(Files.readString(checkout.output())).doesNotContain("SLF4J", "INFO");
    assertThat(checkout.log()).content().contains("INFO org.eclipse.jetty.server.Server");
    assertThat(temporary()).isDirectoryContaining("glob:**/index-*");
    assertThat(outputOfARefusedRun(checkout, Checkout.freePort())).contains("runs already");

    List<ProcessHandle> processes = checkout.processes();
    run.destroy();
    assertThat(run.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

    assertThat(processes).hasSizeGreaterThan(2).noneMatch(ProcessHandle::isAlive);
    assertThat(checkout.env()).doesNotExist();
  }

  private static Path temporary() {
    return root.resolve(".local/tmp");
  }

  @Test
  @Order(2)
  @DisplayName("F-97: a killed run leaves its data and secrets, but no function's own files")
  void f97_keepsItsDataAndSecretsWhenItIsKilled() throws Exception {
    start(Checkout.freePort(), LAZY);
    Path index = Files.createDirectories(temporary().resolve("index-1/contents"));
    String secret = checkout.variables().get("HMAC_SECRET");
    List<ProcessHandle> processes = checkout.processes();
    run.destroyForcibly().waitFor();
    Files.delete(checkout.env());

    start(Checkout.freePort(), LAZY);

    assertThat(checkout.variables()).containsEntry("HMAC_SECRET", secret);
    assertThat(index).doesNotExist();
    assertThat(checkout.get("/announcement?language=EN-US").statusCode()).isEqualTo(200);
    assertThat(processes).noneMatch(ProcessHandle::isAlive);
  }

  /** The run that the test before it has left, because a start takes long. */
  @Test
  @Order(3)
  @DisplayName("F-38: a run whose engines were killed says so and stops")
  void f38_stopsWhenItsEnginesAreKilled() throws Exception {
    if (run == null || !run.isAlive()) {
      start(Checkout.freePort(), LAZY);
    }
    List<ProcessHandle> processes = checkout.processes();
    processes.stream()
        .filter(process -> process.info().command().orElse("").endsWith("java"))
        .filter(process -> process.pid() != run.pid())
        .forEach(ProcessHandle::destroyForcibly);

    assertThat(run.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(run.exitValue()).isEqualTo(1);
    assertThat(Files.readString(checkout.output()))
        .contains("DynamoDB, SQS and S3 has ended", "make run");
    assertThat(processes).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void namesAPortThatIsTaken(@TempDir Path otherRoot) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThat(outputOfARefusedRun(Checkout.in(otherRoot), port))
          .contains("Port " + port + " is taken", "PORT=" + (port + 1) + " make run");
    }
  }

  @Test
  void saysInASentenceThatTheTemplateIsWrong(@TempDir Path otherRoot) throws Exception {
    Checkout wrong = Checkout.in(otherRoot);
    Files.delete(otherRoot.resolve("template.yaml"));
    Files.writeString(otherRoot.resolve("template.yaml"), "Resources: [");

    assertThat(outputOfARefusedRun(wrong, Checkout.freePort())).contains("Template, line 1");
  }
}
