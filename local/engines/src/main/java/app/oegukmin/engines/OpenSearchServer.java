package app.oegukmin.engines;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * OpenSearch in a JVM of its own, whose class path is what the profile {@code opensearch} has built
 * in {@code local/opensearch}. It ends when this JVM does, however that ends.
 *
 * @param uri where it listens, on 127.0.0.1; it checks no signature
 */
public record OpenSearchServer(Process process, URI uri) implements AutoCloseable {

  private static final String MAIN = "app.oegukmin.opensearch.OpenSearchMain";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /**
   * Starts one and returns when it takes requests.
   *
   * @param data where it keeps everything
   * @param logs the directory for what it prints
   * @throws IllegalStateException when it was never built, or naming its log when it does not start
   */
  public static OpenSearchServer start(Path data, Path logs) {
    var directory = Directories.make(data);
    var log = Directories.make(logs).resolve("opensearch.log");
    int port = Ports.free();
    var builder =
        new ProcessBuilder(command(directory, port))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .directory(directory.toFile());
    builder.environment().putAll(EnginesJvm.VARIABLES);
    var server = new OpenSearchServer(Child.start(builder), URI.create("http://127.0.0.1:" + port));
    if (!server.becomesReady()) {
      server.close();
      throw new IllegalStateException("OpenSearch did not start: see " + log);
    }
    return server;
  }

  private static List<String> command(Path directory, int port) {
    var built = Path.of(System.getProperty("project.root", ".")).resolve("local/opensearch/target");
    if (!Files.isDirectory(built.resolve("opensearch"))) {
      throw new IllegalStateException("No OpenSearch in " + built + ": make target/opensearch");
    }
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx768m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-cp",
        built.resolve("classes") + java.io.File.pathSeparator + built.resolve("opensearch") + "/*",
        MAIN,
        directory.toString(),
        Integer.toString(port));
  }

  private boolean becomesReady() {
    boolean ended = Poll.until(PATIENCE, () -> !process.isAlive() || isReady());
    return ended && process.isAlive();
  }

  private boolean isReady() {
    try (var client = HttpClient.newHttpClient()) {
      var health = uri.resolve("/_cluster/health?wait_for_status=yellow&timeout=1s");
      var request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The process, for whoever ends what a killed run has left. */
  public long pid() {
    return process.pid();
  }

  /** Ends the JVM by ending its input. */
  @Override
  public void close() {
    try {
      process.outputWriter(StandardCharsets.UTF_8).close();
    } catch (IOException e) {
      process.destroy();
    }
    Child.awaitEnd(process);
  }
}
