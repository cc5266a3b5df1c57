package app.oegukmin.shared.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.MDC;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;

/**
 * One entry of a log.
 *
 * @param thrown null when nothing was thrown
 * @param fields what else it says: the MDC, and the pairs of the fluent API
 */
record LogLine(Level level, String message, Throwable thrown, Map<String, String> fields) {

  /** The MDC of this thread and some pairs; of two with one name the pair counts. */
  static Map<String, String> fields(Collection<KeyValuePair> pairs) {
    Map<String, String> fields = new LinkedHashMap<>();
    Map<String, String> context = MDC.getCopyOfContextMap();
    if (context != null) {
      fields.putAll(context);
    }
    pairs.forEach(pair -> fields.put(pair.key, String.valueOf(pair.value)));
    return fields;
  }

  /** The stack trace, in lines of its own after the message; nothing when nothing was thrown. */
  String trace() {
    if (thrown == null) {
      return "";
    }
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return "\n" + text;
  }
}
