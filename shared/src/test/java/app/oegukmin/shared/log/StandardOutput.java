package app.oegukmin.shared.log;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is written to standard output, where the runtime's logger writes outside Lambda. */
public final class StandardOutput implements AutoCloseable {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final PrintStream before = System.out;

  /** Begins to listen. */
  public StandardOutput() {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
  }

  /** The lines so far. */
  public List<String> lines() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Override
  public void close() {
    System.setOut(before);
  }
}
