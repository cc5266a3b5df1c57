package app.oegukmin.local.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * FilterCriteria of an event source mapping: a record passes when one of the patterns fits it, or
 * when there is none. A pattern may use literals, {@code exists} and {@code prefix}; the rest of
 * the pattern language is refused rather than misread.
 */
public final class EventFilter {

  private static final JsonMapper JSON = new JsonMapper();

  private static final String EXISTS = "exists";
  private static final String PREFIX = "prefix";

  private final List<JsonNode> patterns;

  /**
   * A filter of the given patterns.
   *
   * @throws IllegalArgumentException naming the pattern that is no JSON or uses an unknown operator
   */
  public EventFilter(List<String> patterns) {
    this.patterns = patterns.stream().map(EventFilter::parse).toList();
  }

  boolean passes(JsonNode event) {
    return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> fits(pattern, event));
  }

  private static JsonNode parse(String text) {
    try {
      JsonNode pattern = JSON.readTree(text);
      check(pattern, text);
      return pattern;
    } catch (IOException e) {
      throw new IllegalArgumentException("Not a JSON pattern: " + text, e);
    }
  }

  private static void check(JsonNode pattern, String text) {
    if (!pattern.isContainerNode()) {
      throw new IllegalArgumentException("A pattern's values stand in lists: " + text);
    }
    for (JsonNode rule : pattern) {
      if (pattern.isObject()) {
        check(rule, text);
      } else if (rule.isContainerNode() && !known(rule)) {
        throw new IllegalArgumentException("Not played on one machine: " + rule + " in " + text);
      }
    }
  }

  private static boolean known(JsonNode operator) {
    return operator.size() == 1
        && (operator.path(EXISTS).isBoolean() || operator.path(PREFIX).isTextual());
  }

  private static boolean fits(JsonNode pattern, JsonNode value) {
    if (pattern.isArray()) {
      return any(pattern, value);
    }
    for (Map.Entry<String, JsonNode> field : pattern.properties()) {
      if (!fits(field.getValue(), value.path(field.getKey()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean any(JsonNode rules, JsonNode value) {
    for (JsonNode rule : rules) {
      if (rule.isObject() ? applies(rule, value) : rule.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean applies(JsonNode operator, JsonNode value) {
    return operator.has(EXISTS)
        ? operator.path(EXISTS).booleanValue() == value.isValueNode()
        : value.isTextual() && value.textValue().startsWith(operator.path(PREFIX).textValue());
  }
}
