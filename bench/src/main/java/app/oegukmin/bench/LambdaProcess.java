package app.oegukmin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One execution environment: AWS's runtime interface client in a JVM of its own, with the flags of
 * the managed runtime and the function's directory as working directory.
 */
final class LambdaProcess implements AutoCloseable {

  private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  private final Process process;

  private LambdaProcess(Process process) {
    this.process = process;
  }

  static LambdaProcess start(
      Path runtime,
      Path task,
      String handler,
      Map<String, String> environment,
      List<String> options)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:MaxHeapSize=445645k",
            "-XX:+UseSerialGC",
            "-XX:+TieredCompilation",
            "-XX:TieredStopAtLevel=1",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
            "-Djava.net.preferIPv4Stack=true"));
    command.addAll(options);
    command.addAll(List.of("-cp", runtime + "/*", MAIN, handler));
    ProcessBuilder builder = new ProcessBuilder(command).directory(task.toFile());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(runtime.resolve("output.log").toFile());
    return new LambdaProcess(builder.start());
  }

  /** Processor time the environment has used so far. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
