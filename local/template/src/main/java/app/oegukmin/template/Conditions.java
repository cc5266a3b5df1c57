package app.oegukmin.template;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The template's conditions, evaluated on demand. */
final class Conditions {

  private final Node.Fields definitions;
  private final Function<Node, String> text;

  Conditions(Node.Fields definitions, Function<Node, String> text) {
    this.definitions = definitions;
    this.text = text;
  }

  boolean holds(String name, int line) {
    Node definition = definitions.entries().get(name);
    if (definition == null) {
      throw new TemplateException(line, "there is no condition " + name);
    }
    return test(definition);
  }

  private boolean test(Node node) {
    Map<String, Node> call = node.asFields("A condition").entries();
    if (call.size() != 1) {
      throw new TemplateException(node.line(), "a condition is one function");
    }
    String function = call.keySet().iterator().next();
    Node argument = call.get(function);
    return switch (function) {
      case "Condition" -> holds(argument.asText(function), node.line());
      case "Fn::Equals" -> equal(operands(argument, function, 2, 2));
      case "Fn::Not" -> !test(operands(argument, function, 1, 1).getFirst());
      case "Fn::And" -> operands(argument, function, 2, 10).stream().allMatch(this::test);
      case "Fn::Or" -> operands(argument, function, 2, 10).stream().anyMatch(this::test);
      default -> throw new TemplateException(node.line(), function + " is no condition");
    };
  }

  private boolean equal(List<Node> operands) {
    return text.apply(operands.getFirst()).equals(text.apply(operands.getLast()));
  }

  private static List<Node> operands(Node argument, String function, int least, int most) {
    List<Node> operands = argument.asItems(function);
    if (operands.size() < least || operands.size() > most) {
      throw new TemplateException(
          argument.line(), function + " cannot take " + operands.size() + " operands");
    }
    return operands;
  }
}
