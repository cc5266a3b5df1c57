package app.oegukmin.local.function;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;

/**
 * One copy of third-party jars, the runtime's serializers among them. What they log through SLF4J
 * goes to the host's provider; a function's own SLF4J is in the function's loader.
 */
final class SharedLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private static final String SLF4J = "org.slf4j.";

  /** The interface by which the host calls the serializers loaded here. */
  private static final String SERIALIZER = PojoSerializer.class.getName();

  private static final ClassLoader HOST = Logger.class.getClassLoader();

  /** By this file the SDK finds interceptors. */
  private static final String INTERCEPTORS =
      "software/amazon/awssdk/global/handlers/execution.interceptors";

  /** Artifact → its jars by checksum: two projects may give theirs the same name. */
  private final Map<String, Map<Long, String>> jars = new HashMap<>();

  SharedLoader() {
    super(new URL[0], ClassLoader.getPlatformClassLoader());
  }

  /**
   * Whether no artifact is here in another version. Where the jars of one name are among those of
   * the other side there is no doubt: they are different projects.
   */
  boolean agreesWith(List<Jar> others) {
    Map<String, Set<Long>> theirs = new HashMap<>();
    for (Jar jar : others) {
      theirs.computeIfAbsent(jar.artifact(), artifact -> new HashSet<>()).add(jar.checksum());
    }
    return theirs.entrySet().stream()
        .allMatch(entry -> nested(ours(entry.getKey()), entry.getValue()));
  }

  private Set<Long> ours(String artifact) {
    return jars.getOrDefault(artifact, Map.of()).keySet();
  }

  private static boolean nested(Set<Long> one, Set<Long> other) {
    return one.containsAll(other) || other.containsAll(one);
  }

  /** Adds what is not here yet; says where each of these jars is loaded from. */
  Set<String> add(List<Jar> more) {
    Set<String> urls = new HashSet<>();
    for (Jar jar : more) {
      urls.add(
          jars.computeIfAbsent(jar.artifact(), artifact -> new HashMap<>())
              .computeIfAbsent(
                  jar.checksum(),
                  checksum -> {
                    addURL(toUrl(jar.url()));
                    return jar.url();
                  }));
    }
    return urls;
  }

  private static URL toUrl(String text) {
    try {
      return URI.create(text).toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    boolean host =
        name.startsWith(SLF4J)
            || name.equals(SERIALIZER)
            || name.equals(CurrentTrace.class.getName());
    return host ? HOST.loadClass(name) : super.loadClass(name, resolve);
  }

  /** The host's interceptor, as a class of the SDK that lies here. */
  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (!name.equals(TraceInterceptor.class.getName())) {
      return super.findClass(name);
    }
    try (InputStream code = HOST.getResourceAsStream(name.replace('.', '/') + ".class")) {
      byte[] bytes = code.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  @Override
  public Enumeration<URL> findResources(String name) throws IOException {
    List<URL> found = Collections.list(super.findResources(name));
    if (name.equals(INTERCEPTORS)) {
      found.add(HOST.getResource(INTERCEPTORS));
    }
    return Collections.enumeration(found);
  }
}
