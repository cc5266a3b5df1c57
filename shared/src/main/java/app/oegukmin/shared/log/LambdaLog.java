package app.oegukmin.shared.log;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventAware;

/** One SLF4J logger over the Lambda runtime's logger. */
final class LambdaLog extends LegacyAbstractLogger implements LoggingEventAware {

  private static final long serialVersionUID = 1L;

  // Ours from INFO, libraries from WARN: the container and the SDK are chatty below that.
  private final Level threshold;
  private final transient LogWriter writer;

  LambdaLog(String name, LogWriter writer) {
    this.name = name;
    this.threshold = name.startsWith("app.oegukmin") ? Level.INFO : Level.WARN;
    this.writer = writer;
  }

  @Override
  public boolean isTraceEnabled() {
    return enabled(Level.TRACE);
  }

  @Override
  public boolean isDebugEnabled() {
    return enabled(Level.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return enabled(Level.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return enabled(Level.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return enabled(Level.ERROR);
  }

  private boolean enabled(Level level) {
    return level.toInt() >= threshold.toInt();
  }

  @Override
  protected String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level, Marker marker, String pattern, Object[] arguments, Throwable thrown) {
    write(level, pattern, arguments, thrown, List.of());
  }

  /** What the fluent API logs, with its key-value pairs. */
  @Override
  public void log(LoggingEvent event) {
    write(
        event.getLevel(),
        event.getMessage(),
        event.getArgumentArray(),
        event.getThrowable(),
        Objects.requireNonNullElse(event.getKeyValuePairs(), List.of()));
  }

  private void write(
      Level level,
      String pattern,
      Object[] arguments,
      Throwable thrown,
      Collection<KeyValuePair> pairs) {
    String simpleName = name.substring(name.lastIndexOf('.') + 1);
    String message = simpleName + ": " + MessageFormatter.basicArrayFormat(pattern, arguments);
    writer.write(new LogLine(level, message, thrown, LogLine.fields(pairs)));
  }
}
