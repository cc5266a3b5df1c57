package app.oegukmin.template;

import java.util.List;
import java.util.Map;

/** A piece of the template that still knows its line; short forms are already long forms. */
sealed interface Node {

  /** The line in the template, counted from 1. */
  int line();

  /** A scalar; numbers and booleans are text too, as in CloudFormation's parameters. */
  record Text(String value, int line) implements Node {}

  /** A sequence. */
  record Items(List<Node> nodes, int line) implements Node {}

  /** A mapping in the order of the file. */
  record Fields(Map<String, Node> entries, int line) implements Node {

    /** A mapping with nothing in it, for what the template leaves out. */
    static Fields none(int line) {
      return new Fields(Map.of(), line);
    }

    /** The mapping under a key, an empty one when the key is absent. */
    Fields child(String key) {
      return entries.containsKey(key) ? entries.get(key).asFields(key) : none(line);
    }
  }

  /** This node as text, or a complaint that names what it should have been. */
  default String asText(String what) {
    if (this instanceof Text text) {
      return text.value();
    }
    throw new TemplateException(line(), what + " must be a plain value");
  }

  /** This node as a sequence, or a complaint. */
  default List<Node> asItems(String what) {
    if (this instanceof Items items) {
      return items.nodes();
    }
    throw new TemplateException(line(), what + " must be a list");
  }

  /** This node as a mapping, or a complaint. */
  default Fields asFields(String what) {
    if (this instanceof Fields fields) {
      return fields;
    }
    throw new TemplateException(line(), what + " must be a mapping");
  }
}
