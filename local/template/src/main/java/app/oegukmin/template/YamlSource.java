package app.oegukmin.template;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML into nodes and writes the short forms ({@code !Ref x}) out as long ones. */
final class YamlSource {

  /** The text of a file, and what it says. */
  private record Source(String text, Node.Fields root) {}

  private static final AtomicReference<Source> LAST = new AtomicReference<>();

  private YamlSource() {}

  /** Reads a file, but not twice while it stays the same: tests ask hundreds of times. */
  static Node.Fields read(Path file) throws IOException {
    String text = Files.readString(file);
    Source last = LAST.get();
    if (last == null || !last.text().equals(text)) {
      last = new Source(text, read(new StringReader(text)));
      LAST.set(last);
    }
    return last.root();
  }

  static Node.Fields read(Reader reader) {
    try {
      var root = new Yaml(options()).compose(reader);
      if (root == null) {
        throw new TemplateException(1, "the file is empty");
      }
      return node(root).asFields("A template");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new TemplateException(line, "not YAML: " + e.getProblem());
    }
  }

  // The library's own limit of 50 is for files of strangers; this one is ours.
  private static LoaderOptions options() {
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(1000);
    return options;
  }

  private static Node node(org.yaml.snakeyaml.nodes.Node yaml) {
    int line = yaml.getStartMark().getLine() + 1;
    Node plain =
        switch (yaml) {
          case ScalarNode scalar -> new Node.Text(text(scalar), line);
          case SequenceNode sequence ->
              new Node.Items(sequence.getValue().stream().map(YamlSource::node).toList(), line);
          case MappingNode mapping -> new Node.Fields(fields(mapping), line);
          default -> throw new TemplateException(line, "unknown kind of YAML node");
        };
    String tag = yaml.getTag().getValue();
    return tag.startsWith("!") ? longForm(tag.substring(1), plain) : plain;
  }

  /** YAML 1.1 has many spellings of a boolean, CloudFormation's functions compare only one. */
  private static String text(ScalarNode scalar) {
    String value = scalar.getValue();
    if (!scalar.getTag().equals(Tag.BOOL)) {
      return value;
    }
    return String.valueOf(List.of("true", "yes", "on").contains(value.toLowerCase(Locale.ROOT)));
  }

  private static Map<String, Node> fields(MappingNode mapping) {
    Map<String, Node> fields = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Node key = node(tuple.getKeyNode());
      String name = key.asText("A key");
      if (fields.put(name, node(tuple.getValueNode())) != null) {
        throw new TemplateException(key.line(), name + " stands here twice");
      }
    }
    return fields;
  }

  private static Node longForm(String tag, Node argument) {
    String function = tag.equals("Ref") || tag.equals("Condition") ? tag : "Fn::" + tag;
    return new Node.Fields(Map.of(function, argument), argument.line());
  }
}
