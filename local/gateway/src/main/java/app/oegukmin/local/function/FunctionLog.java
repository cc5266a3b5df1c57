package app.oegukmin.local.function;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The log stream of one function: a file that grows, each entry with time and level. */
final class FunctionLog implements LambdaLogger, AutoCloseable {

  private final Writer file;
  private final InstantSource clock;

  FunctionLog(Path file, InstantSource clock) throws IOException {
    Files.createDirectories(file.getParent());
    this.file = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    this.clock = clock;
  }

  @Override
  public void log(String message) {
    log(message, LogLevel.INFO);
  }

  @Override
  public void log(byte[] message) {
    log(message, LogLevel.INFO);
  }

  @Override
  public void log(byte[] message, LogLevel level) {
    log(new String(message, StandardCharsets.UTF_8), level);
  }

  @Override
  public synchronized void log(String message, LogLevel level) {
    try {
      file.write(clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + level + " ");
      file.write(message.stripTrailing() + "\n");
      file.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lambda's error for what a function threw; the trace stays here. */
  FunctionError report(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    log(trace.toString(), LogLevel.ERROR);
    return new FunctionError(thrown.getClass().getName(), thrown.getMessage());
  }

  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
