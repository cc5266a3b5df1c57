package app.oegukmin.local.function;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Loads one function as Lambda's Java runtime does: the task root itself, then {@code lib/*.jar} by
 * name. Only the runtime interface ({@code RequestStreamHandler}, {@code Context}) is shared with
 * the host, except {@link LambdaRuntime}, which holds the function's logger in a static.
 */
final class FunctionLoader extends URLClassLoader {

  private static final String RUNTIME = "com.amazonaws.services.lambda.runtime.";
  private static final ClassLoader HOST = LambdaLogger.class.getClassLoader();

  private final FunctionLog log;

  FunctionLoader(Path taskRoot, FunctionLog log) {
    super(classPath(taskRoot), ClassLoader.getPlatformClassLoader());
    this.log = log;
  }

  /** Where this function's output goes. */
  FunctionLog log() {
    return log;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return isInterface(name) ? HOST.loadClass(name) : super.loadClass(name, resolve);
  }

  private static boolean isInterface(String name) {
    return name.startsWith(RUNTIME)
        && !name.startsWith(LambdaRuntime.class.getName())
        && (name.startsWith("logging.", RUNTIME.length())
            || name.indexOf('.', RUNTIME.length()) < 0);
  }

  private static URL[] classPath(Path taskRoot) {
    try (Stream<Path> jars = Files.list(Files.createDirectories(taskRoot.resolve("lib")))) {
      List<Path> sorted = jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList();
      Stream<URL> function =
          Stream.concat(Stream.of(taskRoot), sorted.stream()).map(FunctionLoader::url);
      // First, because the runtime brings its own and it wins.
      URL runtime = LambdaRuntime.class.getProtectionDomain().getCodeSource().getLocation();
      return Stream.concat(Stream.of(runtime), function).toArray(URL[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }
}
