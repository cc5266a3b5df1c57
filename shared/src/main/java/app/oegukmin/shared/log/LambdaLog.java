package app.oegukmin.shared.log;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** One SLF4J logger over the Lambda runtime's logger. */
final class LambdaLog extends LegacyAbstractLogger {

  private static final long serialVersionUID = 1L;

  // Ours from INFO, libraries from WARN: the container and the SDK are chatty below that.
  private final Level threshold;

  LambdaLog(String name) {
    this.name = name;
    this.threshold = name.startsWith("app.oegukmin") ? Level.INFO : Level.WARN;
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
    String text =
        name.substring(name.lastIndexOf('.') + 1)
            + ": "
            + MessageFormatter.basicArrayFormat(pattern, arguments)
            + (thrown == null ? "" : "\n" + trace(thrown));
    LambdaRuntime.getLogger().log(text + "\n", LogLevel.valueOf(level.name()));
  }

  private static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
