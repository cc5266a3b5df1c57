package app.oegukmin.shared.log;

import app.oegukmin.shared.json.Json;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** Hands lines to the Lambda runtime's logger, which minds the function's log level. */
interface LogWriter {

  /** Writes a line. */
  void write(LogLine line);

  /** Lines that people read: the message, then {@code key=value} for each field. */
  static LogWriter text() {
    return line -> {
      String fields =
          line.fields().entrySet().stream()
              .map(field -> " " + field.getKey() + "=" + quoted(field.getValue()))
              .collect(Collectors.joining());
      LambdaRuntime.getLogger().log(line.message() + fields + line.trace() + "\n", level(line));
    };
  }

  /**
   * Lines as JSON objects whose fields CloudWatch can filter by. Their form is the one of Lambda's
   * own JSON lines, which have no room for fields; given as bytes the runtime takes them as they
   * are.
   */
  static LogWriter json(Clock clock) {
    return line -> {
      ObjectNode object = Json.MAPPER.createObjectNode();
      object.put("timestamp", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
      object.put("level", line.level().name());
      object.put("message", line.message() + line.trace());
      line.fields().forEach((name, value) -> object.putIfAbsent(name, object.textNode(value)));
      LambdaRuntime.getLogger().log((object + "\n").getBytes(StandardCharsets.UTF_8), level(line));
    };
  }

  private static LogLevel level(LogLine line) {
    return LogLevel.valueOf(line.level().name());
  }

  private static String quoted(String value) {
    return value.chars().anyMatch(Character::isWhitespace) ? '"' + value + '"' : value;
  }
}
