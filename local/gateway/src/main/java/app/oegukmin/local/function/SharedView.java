package app.oegukmin.local.function;

import java.io.IOException;
import java.net.URL;
import java.security.CodeSource;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;

/**
 * What one function may see of the shared jars: only those it ships, so that a missing dependency
 * or another function's service provider is not hidden.
 */
final class SharedView extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  private final SharedLoader shared;
  private final Set<String> shipped;

  SharedView(SharedLoader shared, Set<String> shipped) {
    super(ClassLoader.getPlatformClassLoader());
    this.shared = shared;
    this.shipped = Set.copyOf(shipped);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    Class<?> found = shared.loadClass(name);
    CodeSource source = found.getProtectionDomain().getCodeSource();
    if (source == null || !shipped.contains(source.getLocation().toString())) {
      throw new ClassNotFoundException(name);
    }
    return found;
  }

  @Override
  protected URL findResource(String name) {
    List<URL> found = find(name);
    return found.isEmpty() ? null : found.getFirst();
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    return Collections.enumeration(find(name));
  }

  private List<URL> find(String name) {
    try {
      return Collections.list(shared.findResources(name)).stream()
          .filter(url -> shipped.stream().anyMatch(jar -> isIn(jar, url)))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean isIn(String jar, URL resource) {
    return resource.toString().startsWith("jar:" + jar + "!/");
  }
}
