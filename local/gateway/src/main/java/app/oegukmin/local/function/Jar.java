package app.oegukmin.local.function;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * A packaged jar.
 *
 * @param artifact the file's name without its version
 * @param checksum of the content, so that one jar in two functions is recognised
 * @param url where it lies, as text: comparing URLs asks the network
 */
record Jar(String artifact, long checksum, String url) {

  /**
   * Third parties that keep something of a function in statics: its logger, its container's
   * configuration, its service name.
   */
  private static final List<String> STATEFUL =
      List.of("slf4j-api", "aws-lambda-java-core", "aws-serverless-java-container-", "powertools-");

  /** The jars of a task root, by name as Lambda orders them. */
  static List<Path> in(Path taskRoot) throws IOException {
    Path lib = taskRoot.resolve("lib");
    if (!Files.isDirectory(lib)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(lib)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** Whether functions may use one copy of a jar: neither ours nor stateful. */
  static boolean isShareable(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (STATEFUL.stream().anyMatch(name::startsWith)) {
      return false;
    }
    try (JarFile jar = new JarFile(file.toFile())) {
      return jar.getEntry("app/oegukmin/") == null;
    }
  }

  static Jar read(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        var checked = new CheckedInputStream(bytes, new CRC32C())) {
      checked.transferTo(OutputStream.nullOutputStream());
      String artifact = file.getFileName().toString().replaceFirst("-\\d[^/]*$", "");
      return new Jar(artifact, checked.getChecksum().getValue(), file.toUri().toURL().toString());
    }
  }
}
