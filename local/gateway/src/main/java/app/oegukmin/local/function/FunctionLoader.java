package app.oegukmin.local.function;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Loads one function as Lambda's Java runtime does: the task root itself, then {@code lib/*.jar} by
 * name. The runtime interface ({@code RequestStreamHandler}, {@code Context}) is the host's, except
 * {@link LambdaRuntime}, which holds the function's logger in a static. Third-party jars come from
 * {@link SharedJars}, the runtime's serializers too: they load event classes by name and remember
 * them in statics, so they have to lie beside the function's event classes.
 */
final class FunctionLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private static final String RUNTIME = "com.amazonaws.services.lambda.runtime.";
  private static final ClassLoader HOST = LambdaLogger.class.getClassLoader();

  private final FunctionLog log;

  private FunctionLoader(List<URL> own, ClassLoader shared, FunctionLog log) {
    super(own.toArray(URL[]::new), shared);
    this.log = log;
  }

  /** A loader of the function packaged in a task root. */
  static FunctionLoader of(Path taskRoot, SharedJars shared, FunctionLog log) throws IOException {
    List<URL> own = new ArrayList<>();
    List<Jar> common = new ArrayList<>();
    // First, because the runtime brings its own and it wins.
    own.add(source(LambdaRuntime.class));
    common.add(Jar.read(Path.of(URI.create(source(PojoSerializer.class).toString()))));
    own.add(taskRoot.toUri().toURL());
    for (Path jar : Jar.in(taskRoot)) {
      if (Jar.isShareable(jar)) {
        common.add(Jar.read(jar));
      } else {
        own.add(jar.toUri().toURL());
      }
    }
    return new FunctionLoader(own, shared.view(common), log);
  }

  private static URL source(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
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
}
