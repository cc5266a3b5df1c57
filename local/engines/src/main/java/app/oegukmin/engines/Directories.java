package app.oegukmin.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Makes and deletes directories. */
public final class Directories {

  private Directories() {}

  /** A directory with its links resolved, made when it does not exist. */
  static Path make(Path directory) {
    try {
      return Files.createDirectories(directory).toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make " + directory, e);
    }
  }

  /** A new directory that nobody else uses. */
  static Path makeTemporary() {
    try {
      return Files.createTempDirectory("engines").toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a temporary directory", e);
    }
  }

  /** Deletes a directory and all that is in it, when it exists. */
  public static void delete(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (var paths = Files.walk(directory)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + directory, e);
    }
  }
}
