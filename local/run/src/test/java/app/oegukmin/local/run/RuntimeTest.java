package app.oegukmin.local.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.local.function.FunctionEnvironment;
import app.oegukmin.template.LambdaFunction;
import app.oegukmin.testkit.LambdaProcess;
import app.oegukmin.testkit.LambdaTask;
import app.oegukmin.testkit.RuntimeApi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each function as shipped, restored from a snapshot under AWS's own runtime interface client in a
 * process of its own, responds to every recorded event as it does in the local gateway.
 */
@Tag("process")
class RuntimeTest {

  /** Without verification of classes that javac has just made: it takes a good part of a start. */
  private static final List<String> FLAGS =
      List.of("-Xmx256m", "-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote");

  private static final Path LOGS = Path.of("target", "runtime-logs");

  @TempDir static Path folder;

  private static RuntimeGround ground;
  private static String archive;

  @BeforeAll
  static void start() throws Exception {
    Files.createDirectories(LOGS);
    ground = new RuntimeGround(folder);
    archive = archive();
  }

  /**
   * The option by which a JVM takes classes that all functions load from memory, where another JVM
   * has put them: to read them from jars takes most of a start.
   */
  private static String archive() throws Exception {
    Path file = folder.resolve("classes.jsa");
    try (RuntimeApi api = new RuntimeApi();
        LambdaProcess process =
            start(ground.function("UserFunction"), api, "-XX:ArchiveClassesAtExit=" + file)) {
      api.awaitReady();
      process.end();
    }
    return "-XX:SharedArchiveFile=" + file;
  }

  @AfterAll
  static void stop() {
    ground.close();
  }

  /** All that the template has. */
  static Stream<String> functions() {
    return ground.functions();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void answersAsInTheLocalGateway(String logicalId) throws Exception {
    LambdaFunction function = ground.function(logicalId);
    List<String> events = ground.events().of(logicalId);
    assertThat(events).isNotEmpty();
    try (RuntimeApi api = new RuntimeApi();
        LambdaProcess process = start(function, api, archive)) {
      api.awaitReady();
      assertSnapshotHoldsNoSecret(function, process);
      RuntimeLog log = RuntimeLog.from(log(function));
      api.restore();
      for (String name : events) {
        compare(function, name, ground.events().read(name), api);
      }
      // Those with routes throw at it: an error, too, has to be the same.
      compare(function, "nothing", "{}".getBytes(UTF_8), api);
      assertThat(process.alive()).isTrue();
      log.assertLinesSayTheirInvocation();
    }
  }

  private static void assertSnapshotHoldsNoSecret(LambdaFunction function, LambdaProcess process)
      throws Exception {
    byte[] heap = process.heap();
    assertThat(new Texts(List.of(function.code().handler())).firstIn(heap)).isPresent();
    assertThat(ground.secrets()).hasSizeGreaterThan(4);
    // Not even in a buffer: what priming read would be there, though its field were empty again.
    assertThat(new Texts(ground.secrets()).firstIn(heap)).isEmpty();
  }

  private static void compare(LambdaFunction function, String name, byte[] event, RuntimeApi api)
      throws Exception {
    Outcome local = ground.outcome(function, name, () -> ground.invoke(function, event));
    Outcome real = ground.outcome(function, name, () -> api.invoke(event));
    assertThat(real).as(name).isEqualTo(local);
  }

  private static LambdaProcess start(LambdaFunction function, RuntimeApi api, String option)
      throws Exception {
    Path task = RuntimeGround.PROJECT.resolve(function.code().uri()).resolve("target/lambda");
    Map<String, String> environment = new HashMap<>(FunctionEnvironment.of(function, task));
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    environment.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
    return LambdaProcess.start(
        api,
        new LambdaTask(task, function.code().handler(), environment),
        Stream.of(FLAGS.stream(), Stream.of(option), ground.sdkOptions()).flatMap(s -> s).toList(),
        log(function));
  }

  private static Path log(LambdaFunction function) {
    return LOGS.resolve(function.logicalId() + ".log");
  }
}
