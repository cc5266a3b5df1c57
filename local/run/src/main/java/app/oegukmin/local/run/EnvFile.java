package app.oegukmin.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells a shell where everything is, as long as it is there. */
record EnvFile(Path file) implements AutoCloseable {

  /** Writes variables that a shell can source. */
  static EnvFile write(Path file, Map<String, String> variables) {
    PrivateFile.write(
        file,
        variables.entrySet().stream()
            .map(variable -> variable.getKey() + "='" + variable.getValue() + "'\n")
            .collect(Collectors.joining()));
    return new EnvFile(file);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
