package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A checkout of this project whose {@code .local} is its own, and runs in it. */
record Checkout(Path root) {

  private static final Path PROJECT = Path.of(System.getProperty("project.root"));

  static Checkout in(Path root) throws IOException {
    for (String name : List.of("template.yaml", "functions", "scripts")) {
      Files.createSymbolicLink(root.resolve(name), PROJECT.resolve(name).toAbsolutePath());
    }
    return new Checkout(root);
  }

  /**
   * Starts what {@code make run} starts. The first crawl, most of what a run costs, reads only some
   * boards, and functions that no test calls are not loaded.
   */
  Process run(int port, String... boards) throws IOException {
    return run(port, Map.of("BOARDS", String.join(",", boards), "LAZY", "yes"));
  }

  /** The same with more variables, while nobody plays the university, for who reads no notices. */
  Process runWithoutCampus(int port, Map<String, String> environment) throws IOException {
    Map<String, String> all = new HashMap<>(environment);
    all.put("CAMPUS", "http://127.0.0.1:" + freePort());
    all.put("BOARDS", "official-system");
    return run(port, all);
  }

  private Process run(int port, Map<String, String> environment) throws IOException {
    Path temporary = Files.createDirectories(root.resolve(".local/tmp"));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote",
            "-Djava.io.tmpdir=" + temporary,
            "-Dproject.root=" + root,
            "-Dengines.home=" + PROJECT.resolve("local/engines/target/engines").toAbsolutePath(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName());
    builder.environment().putAll(environment);
    builder.environment().put("PORT", String.valueOf(port));
    return builder.redirectErrorStream(true).redirectOutput(output().toFile()).start();
  }

  /** What the gateway and its libraries logged. */
  Path log() {
    return root.resolve(".local/logs/gateway.log");
  }

  /** What the last run printed. */
  Path output() {
    return root.resolve("output");
  }

  Path env() {
    return root.resolve(".local/env");
  }

  /** The variables of the run that goes on. */
  Map<String, String> variables() throws IOException {
    return Files.readAllLines(env()).stream()
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1].replace("'", "")));
  }

  /** The processes of the run that goes on. */
  List<ProcessHandle> processes() throws IOException {
    return Arrays.stream(variables().get("PIDS").split(" "))
        .map(Long::valueOf)
        .map(pid -> ProcessHandle.of(pid).orElseThrow())
        .toList();
  }

  /** The API's response to a GET of a path under the base URL. */
  HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create(variables().get("BASE_URL") + path);
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
  }

  /** What a script of ours prints, run as {@code make} runs it. */
  String script(String name) throws Exception {
    Process script =
        new ProcessBuilder(root.resolve("scripts").resolve(name).toString())
            .redirectError(Redirect.INHERIT)
            .start();
    String printed = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(script.waitFor()).as(name).isZero();
    return printed.strip();
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
