package app.oegukmin.template;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The template's parameters: what the caller gave, else the default. */
final class Parameters {

  private Parameters() {}

  static Map<String, Node> read(Node.Fields declared, Map<String, String> given) {
    given.keySet().stream()
        .filter(name -> !declared.entries().containsKey(name))
        .findAny()
        .ifPresent(
            name -> {
              throw new TemplateException(declared.line(), "there is no parameter " + name);
            });
    Map<String, Node> values = new LinkedHashMap<>();
    declared
        .entries()
        .forEach(
            (name, node) -> values.put(name, value(name, node.asFields(name), given.get(name))));
    return values;
  }

  private static Node value(String name, Node.Fields declaration, String given) {
    String value = given != null ? given : defaultOf(name, declaration);
    checkAllowed(name, declaration, value);
    int line = declaration.line();
    Node type = declaration.entries().get("Type");
    if (type != null && type.asText("Type").matches("CommaDelimitedList|List<.*>")) {
      return new Node.Items(
          Arrays.stream(value.split(",", -1))
              .map(part -> (Node) new Node.Text(part.strip(), line))
              .toList(),
          line);
    }
    return new Node.Text(value, line);
  }

  private static String defaultOf(String name, Node.Fields declaration) {
    Node value = declaration.entries().get("Default");
    if (value == null) {
      throw new TemplateException(declaration.line(), "the parameter has no value").in(name);
    }
    return value.asText("Default");
  }

  private static void checkAllowed(String name, Node.Fields declaration, String value) {
    Node allowed = declaration.entries().get("AllowedValues");
    if (allowed != null
        && allowed.asItems("AllowedValues").stream()
            .noneMatch(node -> node.asText("An allowed value").equals(value))) {
      throw new TemplateException(allowed.line(), "'" + value + "' is not an allowed value")
          .in(name);
    }
  }
}
