package app.oegukmin.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The template's own sections, with the conditions applied. */
final class Document {

  private final Node.Fields root;
  private final Intrinsics intrinsics;
  private final Resources resources;

  private Document(Node.Fields root, Intrinsics intrinsics, Resources resources) {
    this.root = root;
    this.intrinsics = intrinsics;
    this.resources = resources;
  }

  static Document read(Node.Fields root, Map<String, String> given, Names names) {
    Map<String, Node> parameters = Parameters.read(root.child("Parameters"), given);
    Scope outer = new Scope(parameters, Map.of(), names);
    Map<String, Node.Fields> declared = included(root, "Resources", intrinsics(root, outer));
    Intrinsics intrinsics = intrinsics(root, outer.with(Resources.types(declared)));
    List<Resource> resources = new ArrayList<>();
    declared.forEach((id, fields) -> resources.add(resource(root, id, fields, intrinsics)));
    return new Document(root, intrinsics, new Resources(resources, names));
  }

  Resources resources() {
    return resources;
  }

  Map<String, String> outputs() {
    Map<String, String> outputs = new LinkedHashMap<>();
    included(root, "Outputs", intrinsics)
        .forEach((name, fields) -> outputs.put(name, output(name, fields)));
    return outputs;
  }

  private String output(String name, Node.Fields fields) {
    try {
      return new Section(fields, intrinsics::resolve).text("Value");
    } catch (TemplateException e) {
      throw e.in(name);
    }
  }

  private static Intrinsics intrinsics(Node.Fields root, Scope scope) {
    return new Intrinsics(scope, root.child("Mappings"), root.child("Conditions"));
  }

  private static Map<String, Node.Fields> included(
      Node.Fields root, String section, Intrinsics conditions) {
    Map<String, Node.Fields> included = new LinkedHashMap<>();
    root.child(section)
        .entries()
        .forEach(
            (name, node) -> {
              Node.Fields fields = node.asFields(name);
              Node condition = fields.entries().get("Condition");
              if (condition == null
                  || conditions.holds(condition.asText("Condition"), condition.line())) {
                included.put(name, fields);
              }
            });
    return included;
  }

  private static Resource resource(
      Node.Fields root, String id, Node.Fields fields, Intrinsics intrinsics) {
    String type = Resources.type(id, fields);
    Node.Fields own = fields.child("Properties");
    Node.Fields properties =
        switch (type) {
          case Resources.FUNCTION -> Globals.merge(root.child("Globals").child("Function"), own);
          case Resources.API -> Globals.merge(root.child("Globals").child("Api"), own);
          default -> own;
        };
    return new Resource(id, type, new Section(properties, intrinsics::resolve));
  }
}
