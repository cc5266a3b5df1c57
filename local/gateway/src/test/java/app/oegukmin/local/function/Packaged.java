package app.oegukmin.local.function;

import app.oegukmin.template.LambdaFunction;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import org.example.library.Counter;

/** Packages test classes as the build packages a function. */
final class Packaged {

  private Packaged() {}

  /** A function whose only jar holds its handler. */
  static LambdaFunction function(Path root, Class<?> handler, String logicalId) throws IOException {
    return function(root, handler, logicalId, Map.of(), Duration.ofSeconds(20));
  }

  static LambdaFunction function(
      Path root,
      Class<?> handler,
      String logicalId,
      Map<String, String> environment,
      Duration timeout)
      throws IOException {
    String uri = "functions/" + logicalId;
    // Maven writes the folders too; by them a jar of ours is known.
    jar(root, logicalId, "function-1.0.0.jar", Map.of("app/oegukmin/", ""), handler);
    return new LambdaFunction(
        logicalId,
        "t-" + logicalId,
        new LambdaFunction.Code(handler.getName(), uri),
        environment,
        new LambdaFunction.Limits(timeout, 256, OptionalInt.empty(), false),
        List.of(),
        List.of(),
        false);
  }

  /** The same function with executions of its own. */
  static LambdaFunction reserving(int executions, LambdaFunction function) {
    LambdaFunction.Limits limits = function.limits();
    return limited(
        function,
        new LambdaFunction.Limits(
            limits.timeout(),
            limits.memoryMegabytes(),
            OptionalInt.of(executions),
            limits.loops()));
  }

  /** The same function, whose chains of invocations have no end. */
  static LambdaFunction looping(LambdaFunction function) {
    LambdaFunction.Limits limits = function.limits();
    return limited(
        function,
        new LambdaFunction.Limits(
            limits.timeout(), limits.memoryMegabytes(), limits.reservedConcurrency(), true));
  }

  private static LambdaFunction limited(LambdaFunction function, LambdaFunction.Limits limits) {
    return new LambdaFunction(
        function.logicalId(),
        function.name(),
        function.code(),
        function.environment(),
        limits,
        function.events(),
        function.policy(),
        function.inVpc());
  }

  /** Adds a third party's jar to a packaged function; the notes make its content differ. */
  static void library(Path root, String logicalId, String name, String notes) throws IOException {
    String service = "META-INF/services/" + IntSupplier.class.getName();
    jar(
        root,
        logicalId,
        name,
        Map.of(service, Counter.class.getName(), "META-INF/NOTES", notes),
        Counter.class);
  }

  /** Adds the jars that these classes come from, the notes making their content differ. */
  static void dependencies(Path root, String logicalId, String notes, Class<?>... types)
      throws IOException {
    for (Class<?> type : types) {
      Path source =
          Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
      Path copy = lib(root, logicalId).resolve(source.getFileName().toString());
      Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
      if (!notes.isEmpty()) {
        try (FileSystem zip = FileSystems.newFileSystem(copy)) {
          Files.writeString(zip.getPath("META-INF/NOTES"), notes);
        }
      }
    }
  }

  /** Adds the SDK and all else that the tests run with. */
  static void sdk(Path root, String logicalId) throws IOException {
    String classPath = System.getProperty("java.class.path");
    for (String entry : Pattern.compile(File.pathSeparator).splitAsStream(classPath).toList()) {
      if (entry.contains("awssdk") || entry.contains("reactive-streams")) {
        Path jar = Path.of(entry);
        Files.copy(jar, lib(root, logicalId).resolve(jar.getFileName().toString()));
      }
    }
  }

  private static Path lib(Path root, String logicalId) throws IOException {
    return Files.createDirectories(root.resolve("functions/" + logicalId + "/target/lambda/lib"));
  }

  private static void jar(
      Path root, String logicalId, String name, Map<String, String> files, Class<?> type)
      throws IOException {
    Path lib = lib(root, logicalId);
    String entry = type.getName().replace('.', '/') + ".class";
    try (var jar = new JarOutputStream(Files.newOutputStream(lib.resolve(name)));
        InputStream bytes = type.getResourceAsStream("/" + entry)) {
      for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
        put(jar, file.getKey());
        jar.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
      put(jar, entry);
      bytes.transferTo(jar);
    }
  }

  private static void put(JarOutputStream jar, String name) throws IOException {
    JarEntry entry = new JarEntry(name);
    // The same content must give the same bytes.
    entry.setTime(0);
    jar.putNextEntry(entry);
  }
}
