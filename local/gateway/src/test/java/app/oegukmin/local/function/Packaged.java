package app.oegukmin.local.function;

import app.oegukmin.template.LambdaFunction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

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
    Path lib = Files.createDirectories(root.resolve(uri).resolve("target/lambda/lib"));
    String entry = handler.getName().replace('.', '/') + ".class";
    try (var jar = new JarOutputStream(Files.newOutputStream(lib.resolve("function.jar")));
        InputStream bytes = handler.getResourceAsStream("/" + entry)) {
      jar.putNextEntry(new JarEntry(entry));
      bytes.transferTo(jar);
    }
    return new LambdaFunction(
        logicalId,
        "t-" + logicalId,
        new LambdaFunction.Code(handler.getName(), uri),
        environment,
        new LambdaFunction.Limits(timeout, 256),
        List.of());
  }
}
