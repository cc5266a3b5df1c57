package app.oegukmin.template;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * A mapping of the template read key by key. A value is resolved when it is read, so what nobody
 * reads (an alarm, a dashboard) needs no value on this machine.
 */
record Section(Node.Fields fields, Function<Node, Optional<Node>> resolve) {

  int line() {
    return fields.line();
  }

  /** Refuses keys that would change behaviour and that nothing here reproduces. */
  Section only(String... known) {
    fields.entries().keySet().stream()
        .filter(key -> !Set.of(known).contains(key))
        .findFirst()
        .ifPresent(this::unsupported);
    return this;
  }

  /** Refuses single keys. */
  Section without(String... refused) {
    List.of(refused).stream()
        .filter(fields.entries()::containsKey)
        .findFirst()
        .ifPresent(this::unsupported);
    return this;
  }

  private void unsupported(String key) {
    throw new TemplateException(fields.entries().get(key).line(), key + " is not supported here");
  }

  Optional<Node> find(String key) {
    return Optional.ofNullable(fields.entries().get(key)).flatMap(resolve);
  }

  Optional<String> optional(String key) {
    return find(key).map(node -> node.asText(key));
  }

  String text(String key) {
    return optional(key).orElseThrow(() -> new TemplateException(line(), key + " is missing"));
  }

  OptionalInt number(String key) {
    Optional<Node> node = find(key);
    if (node.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseInt(node.get().asText(key)));
    } catch (NumberFormatException e) {
      throw new TemplateException(node.get().line(), key + " must be a number");
    }
  }

  Duration seconds(String key, int otherwise) {
    return Duration.ofSeconds(number(key).orElse(otherwise));
  }

  boolean flag(String key, boolean otherwise) {
    return optional(key).map(Boolean::parseBoolean).orElse(otherwise);
  }

  /** The mapping under a key, an empty one when the key is absent. */
  Section section(String key) {
    return find(key)
        .map(node -> of(node, key))
        .orElse(new Section(Node.Fields.none(line()), resolve));
  }

  /** The mappings under a key, by name. */
  Map<String, Section> children(String key) {
    Map<String, Section> children = new LinkedHashMap<>();
    section(key).fields().entries().forEach((name, node) -> children.put(name, of(node, name)));
    return children;
  }

  /** The mappings in the list under a key. */
  List<Section> list(String key) {
    return items(key).stream().map(node -> of(node, key)).toList();
  }

  /** The values in the list under a key. */
  List<String> texts(String key) {
    return items(key).stream().map(node -> node.asText(key)).toList();
  }

  /** The value under a key, or the values in the list there. */
  List<String> oneOrMany(String key) {
    Node node = find(key).orElseThrow(() -> new TemplateException(line(), key + " is missing"));
    return node instanceof Node.Items ? texts(key) : List.of(node.asText(key));
  }

  /** The plain values under a key, by name. */
  Map<String, String> map(String key) {
    Map<String, String> map = new LinkedHashMap<>();
    section(key).fields().entries().forEach((name, node) -> map.put(name, node.asText(name)));
    return map;
  }

  private List<Node> items(String key) {
    return find(key).map(node -> node.asItems(key)).orElse(List.of());
  }

  private static Section of(Node resolved, String what) {
    return new Section(resolved.asFields(what), Optional::of);
  }
}
