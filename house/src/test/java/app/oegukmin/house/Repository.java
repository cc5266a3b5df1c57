package app.oegukmin.house;

import app.oegukmin.template.LambdaFunction;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The project's own files, as the rules of the house look at them. */
final class Repository {

  static final Path ROOT = Path.of(System.getProperty("project.root"));

  private static final Pattern TEXT = Pattern.compile("Makefile|.*\\.(java|md|ya?ml|lua|sh|py)");
  private static final Pattern BUILT = Pattern.compile("(^|/)(target|\\.git|\\.local|\\.aws-sam)/");

  // What tools have put into the root: their own sources and poms are not ours.
  private static final Pattern TOOLS = Pattern.compile("^(target|\\.aws-sam|\\.local|\\.git)/");

  private Repository() {}

  /** template.yaml as one machine reads it. */
  static Template template() throws IOException {
    return template(Map.of());
  }

  /** The same with some parameters given. */
  static Template template(Map<String, String> given) throws IOException {
    Map<String, String> parameters = new HashMap<>(given);
    parameters.put("Local", "true");
    LocalNames names = new LocalNames("", URI.create("http://127.0.0.1:9324"));
    return Template.read(ROOT.resolve("template.yaml"), parameters, names);
  }

  /** Where the compiled classes of every module lie, those of tests too. */
  static List<Path> compiled() {
    return find(
        path ->
            (path.endsWith("target/classes") || path.endsWith("target/test-classes"))
                && Files.isDirectory(path));
  }

  /** The package of every function, with what lies below it. */
  static String[] functions() {
    return find(
            path -> path.endsWith("pom.xml") && path.getParent().getParent().endsWith("functions"))
        .stream()
        .map(pom -> "app.oegukmin." + pom.getParent().getFileName() + "..")
        .toArray(String[]::new);
  }

  /** The pom of every module. */
  static List<Path> poms() {
    return find(path -> path.endsWith("pom.xml"));
  }

  /** Main sources of every module. */
  static List<Path> sources() {
    return find(path -> path.toString().contains("src/main/java/") && isJava(path));
  }

  /** Everything that people write: sources, scripts, template, documents. */
  static List<Path> texts() {
    return find(
        path ->
            TEXT.matcher(path.getFileName().toString()).matches()
                && !BUILT.matcher(ROOT.relativize(path).toString()).find());
  }

  /** The files of a folder. */
  static List<Path> list(String folder) {
    try (var files = Files.list(ROOT.resolve(folder))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the jars that a function ships. */
  static List<String> packaged(LambdaFunction function) throws IOException {
    return jars(function).stream().map(jar -> jar.getFileName().toString()).toList();
  }

  /** The classes that a function ships. */
  static URLClassLoader loader(LambdaFunction function) throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars(function)) {
      urls.add(jar.toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private static List<Path> jars(LambdaFunction function) throws IOException {
    try (var jars = Files.list(ROOT.resolve(function.code().uri()).resolve("target/lambda/lib"))) {
      return jars.toList();
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isJava(Path path) {
    return path.toString().endsWith(".java");
  }

  private static List<Path> find(Predicate<Path> wanted) {
    try (var paths = Files.walk(ROOT, 20)) {
      return paths
          .filter(path -> !TOOLS.matcher(ROOT.relativize(path).toString()).find())
          .filter(path -> wanted.test(path))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
