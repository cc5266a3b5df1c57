package app.oegukmin.template;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** CloudFormation's functions. Values are computed when they are asked for, never before. */
final class Intrinsics {

  private final Scope scope;
  private final Node.Fields mappings;
  private final Conditions conditions;
  private final Substitution substitution;

  Intrinsics(Scope scope, Node.Fields mappings, Node.Fields conditions) {
    this.scope = scope;
    this.mappings = mappings;
    this.conditions = new Conditions(conditions, node -> text(node, "An operand"));
    this.substitution = new Substitution(scope);
  }

  boolean holds(String condition, int line) {
    return conditions.holds(condition, line);
  }

  /** A node without functions in it; empty for {@code AWS::NoValue}. */
  Optional<Node> resolve(Node node) {
    return switch (node) {
      case Node.Text text -> Optional.of(text);
      case Node.Items items -> Optional.of(new Node.Items(resolveAll(items), items.line()));
      case Node.Fields fields -> isCall(fields) ? call(fields) : Optional.of(resolveAll(fields));
    };
  }

  static boolean isCall(Node.Fields fields) {
    return fields.entries().size() == 1
        && fields.entries().keySet().stream()
            .allMatch(key -> key.equals("Ref") || key.startsWith("Fn::"));
  }

  private List<Node> resolveAll(Node.Items items) {
    return items.nodes().stream().map(this::resolve).flatMap(Optional::stream).toList();
  }

  private Node.Fields resolveAll(Node.Fields fields) {
    Map<String, Node> resolved = new LinkedHashMap<>();
    fields
        .entries()
        .forEach((key, node) -> resolve(node).ifPresent(value -> resolved.put(key, value)));
    return new Node.Fields(resolved, fields.line());
  }

  private Optional<Node> call(Node.Fields fields) {
    String function = fields.entries().keySet().iterator().next();
    Node argument = fields.entries().get(function);
    int line = fields.line();
    return switch (function) {
      case "Ref" -> reference(argument.asText(function), line);
      case "Fn::If" -> choose(argument);
      case "Fn::GetAtt" -> Optional.of(attribute(argument, line));
      case "Fn::Sub" -> Optional.of(substitute(argument, line));
      case "Fn::Join" -> Optional.of(join(argument, line));
      case "Fn::Select" -> Optional.of(select(argument, line));
      case "Fn::Split" -> Optional.of(split(argument, line));
      case "Fn::FindInMap" -> Optional.of(findInMap(argument, line));
      default -> throw new TemplateException(line, function + " is not supported here");
    };
  }

  private Optional<Node> reference(String name, int line) {
    return name.equals("AWS::NoValue")
        ? Optional.empty()
        : Optional.of(scope.reference(name, line));
  }

  private Optional<Node> choose(Node argument) {
    List<Node> parts = arguments(argument, "Fn::If", 3);
    boolean holds = holds(parts.getFirst().asText("Fn::If's condition"), argument.line());
    return resolve(parts.get(holds ? 1 : 2));
  }

  private Node attribute(Node argument, int line) {
    List<String> path =
        argument instanceof Node.Text text
            ? Arrays.asList(text.value().split("\\.", 2))
            : argument.asItems("Fn::GetAtt").stream().map(n -> text(n, "Fn::GetAtt")).toList();
    if (path.size() != 2) {
      throw new TemplateException(line, "Fn::GetAtt needs a logical id and an attribute");
    }
    return scope.attribute(path.getFirst(), path.getLast(), line);
  }

  private Node substitute(Node argument, int line) {
    if (argument instanceof Node.Text text) {
      return new Node.Text(substitution.in(text.value(), Map.of(), line), line);
    }
    List<Node> parts = arguments(argument, "Fn::Sub", 2);
    Map<String, String> variables =
        parts.getLast().asFields("Fn::Sub's variables").entries().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> text(e.getValue(), e.getKey())));
    return new Node.Text(
        substitution.in(parts.getFirst().asText("Fn::Sub's text"), variables, line), line);
  }

  private Node join(Node argument, int line) {
    List<Node> parts = arguments(argument, "Fn::Join", 2);
    String joined =
        items(parts.getLast(), "Fn::Join").stream()
            .map(node -> node.asText("A joined value"))
            .collect(Collectors.joining(parts.getFirst().asText("Fn::Join's delimiter")));
    return new Node.Text(joined, line);
  }

  private Node select(Node argument, int line) {
    List<Node> parts = arguments(argument, "Fn::Select", 2);
    String index = text(parts.getFirst(), "Fn::Select's index");
    List<Node> items = items(parts.getLast(), "Fn::Select");
    if (!index.matches("\\d{1,4}") || Integer.parseInt(index) >= items.size()) {
      throw new TemplateException(line, "Fn::Select has no item " + index);
    }
    return items.get(Integer.parseInt(index));
  }

  private Node split(Node argument, int line) {
    List<Node> parts = arguments(argument, "Fn::Split", 2);
    String delimiter = parts.getFirst().asText("Fn::Split's delimiter");
    String[] pieces = text(parts.getLast(), "Fn::Split's text").split(Pattern.quote(delimiter), -1);
    return new Node.Items(
        Arrays.stream(pieces).map(piece -> (Node) new Node.Text(piece, line)).toList(), line);
  }

  private Node findInMap(Node argument, int line) {
    Node found = mappings;
    for (Node part : arguments(argument, "Fn::FindInMap", 3)) {
      String key = text(part, "Fn::FindInMap's key");
      found = found.asFields("A mapping").entries().get(key);
      if (found == null) {
        throw new TemplateException(line, "Fn::FindInMap finds no " + key);
      }
    }
    return found;
  }

  private String text(Node node, String what) {
    return resolve(node)
        .orElseThrow(() -> new TemplateException(node.line(), what + " is AWS::NoValue"))
        .asText(what);
  }

  private List<Node> items(Node node, String what) {
    return resolve(node).orElse(new Node.Items(List.of(), node.line())).asItems(what);
  }

  private static List<Node> arguments(Node argument, String function, int count) {
    List<Node> arguments = argument.asItems(function);
    if (arguments.size() != count) {
      throw new TemplateException(
          argument.line(), function + " takes " + count + " arguments, not " + arguments.size());
    }
    return arguments;
  }
}
