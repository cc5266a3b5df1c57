package app.oegukmin.template;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text language of {@code Fn::Sub}: {@code ${Name}}, {@code ${Id.Attribute}}, {@code ${!x}}.
 */
final class Substitution {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

  private final Scope scope;

  Substitution(Scope scope) {
    this.scope = scope;
  }

  String in(String template, Map<String, String> variables, int line) {
    return VARIABLE
        .matcher(template)
        .replaceAll(match -> Matcher.quoteReplacement(value(match, variables, line)));
  }

  private String value(MatchResult match, Map<String, String> variables, int line) {
    String name = match.group(1).strip();
    if (name.startsWith("!")) {
      return "${" + name.substring(1) + "}";
    }
    return variables.containsKey(name)
        ? variables.get(name)
        : scope.reference(name, line).asText("${" + name + "}");
  }
}
