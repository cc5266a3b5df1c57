package app.oegukmin.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One execution environment: AWS's runtime interface client in a JVM of its own, with the flags of
 * the managed runtime, the function's directory as working directory and no variables but those
 * that Lambda gives.
 */
public final class LambdaProcess implements AutoCloseable {

  private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  // Copied there by the test kit's build.
  private static final Path RUNTIME =
      Path.of(System.getProperty("project.root"), "testkit/target/runtime").toAbsolutePath();

  private static final List<String> FLAGS =
      List.of(
          "-XX:MaxHeapSize=445645k",
          "-XX:+UseSerialGC",
          "-XX:+TieredCompilation",
          "-XX:TieredStopAtLevel=1",
          "--add-opens=java.base/java.io=ALL-UNNAMED",
          "--enable-native-access=ALL-UNNAMED",
          "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
          "-Djava.net.preferIPv4Stack=true");

  private final Process process;

  private LambdaProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts a function; the API tells when it is ready.
   *
   * @param options of the JVM, after those of the managed runtime
   * @param log where its output goes
   */
  public static LambdaProcess start(RuntimeApi api, LambdaTask task, List<String> options, Path log)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(options);
    command.addAll(List.of("-cp", RUNTIME + "/*", MAIN, task.handler()));
    ProcessBuilder builder = new ProcessBuilder(command).directory(task.directory().toFile());
    Map<String, String> variables = builder.environment();
    variables.clear();
    variables.putAll(Map.of("LANG", "en_US.UTF-8", "LC_ALL", "C.UTF-8", "TZ", ":UTC"));
    variables.putAll(task.environment());
    variables.put("AWS_LAMBDA_RUNTIME_API", api.address());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return new LambdaProcess(builder.start());
  }

  /** Whether it runs: a runtime ends itself when a function could not be started. */
  public boolean alive() {
    return process.isAlive();
  }

  /** Asks it to end, and waits until it has. */
  public void end() {
    process.destroy();
    process.onExit().join();
  }

  /** All objects that are reachable in it, as a heap dump has them: a text's letters in a row. */
  public byte[] heap() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("heap");
    Path file = folder.resolve("heap.hprof");
    try {
      Process dump =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  "-J-XX:TieredStopAtLevel=1",
                  "-J-XX:+UseSerialGC",
                  Long.toString(process.pid()),
                  "GC.heap_dump",
                  file.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (dump.waitFor() != 0) {
        throw new IOException("jcmd could not dump the heap");
      }
      return Files.readAllBytes(file);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  /** Processor time the environment has used so far. */
  public Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** The most memory the environment has had so far, as Linux counts it, in MB. */
  public long peak() throws IOException {
    try (Stream<String> lines =
        Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElseThrow();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
