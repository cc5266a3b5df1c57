package app.oegukmin.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A statement of a function's policy. It allows; what no statement allows is refused.
 *
 * @param actions as {@code dynamodb:PutItem}, with wildcards
 * @param resources ARNs, with wildcards
 * @param conditions all of which must hold
 */
public record Statement(List<String> actions, List<String> resources, List<Condition> conditions) {

  /**
   * A condition on one key.
   *
   * @param operator as {@code ForAllValues:StringEquals}
   * @param key as {@code dynamodb:Attributes}
   * @param values of which one must match
   */
  public record Condition(String operator, String key, List<String> values) {

    private static final String SUPPORTED =
        "((ForAllValues|ForAnyValue):)?String(Equals|Like)(IfExists)?";

    private boolean holds(Map<String, Set<String>> context) {
      Set<String> given = context.getOrDefault(key, Set.of());
      // Both hold for a key that the request does not have.
      return operator.startsWith("ForAllValues:")
          ? given.stream().allMatch(this::matches)
          : given.stream().anyMatch(this::matches)
              || (operator.endsWith("IfExists") && given.isEmpty());
    }

    private boolean matches(String given) {
      return operator.contains("StringLike")
          ? values.stream().anyMatch(value -> like(value, given))
          : values.contains(given);
    }
  }

  /**
   * What somebody wants to do, as IAM judges it.
   *
   * @param action as {@code dynamodb:PutItem}
   * @param resource its ARN
   * @param context values by condition key; a key that the request does not have is absent
   */
  public record Request(String action, String resource, Map<String, Set<String>> context) {}

  /** The statements of a function's {@code Policies}. */
  static List<Statement> read(Section function) {
    return function.list("Policies").stream()
        .flatMap(document -> document.only("Version", "Statement").list("Statement").stream())
        .map(Statement::statement)
        .toList();
  }

  private static Statement statement(Section statement) {
    statement.only("Sid", "Effect", "Action", "Resource", "Condition");
    if (!statement.text("Effect").equals("Allow")) {
      throw new TemplateException(statement.line(), "only Effect: Allow is supported here");
    }
    return new Statement(
        statement.oneOrMany("Action"),
        statement.oneOrMany("Resource"),
        statement.children("Condition").entrySet().stream()
            .flatMap(entry -> conditions(entry.getKey(), entry.getValue()).stream())
            .toList());
  }

  private static List<Condition> conditions(String operator, Section keys) {
    if (!operator.matches(Condition.SUPPORTED)) {
      throw new TemplateException(keys.line(), operator + " is not supported here");
    }
    return keys.fields().entries().keySet().stream()
        .map(key -> new Condition(operator, key, keys.oneOrMany(key)))
        .toList();
  }

  /** Whether this statement lets a request through. */
  public boolean allows(Request request) {
    return actions.stream().anyMatch(action -> like(lower(action), lower(request)))
        && resources.stream().anyMatch(resource -> like(resource, request.resource()))
        && conditions.stream().allMatch(condition -> condition.holds(request.context()));
  }

  // The names of actions know no capitals.
  private static String lower(Request request) {
    return lower(request.action());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** IAM's patterns: {@code *} is any text, {@code ?} one letter. */
  private static boolean like(String pattern, String text) {
    if (pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0) {
      return pattern.equals(text);
    }
    String quoted = Pattern.quote(pattern);
    return text.matches("(?s)" + quoted.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
  }
}
