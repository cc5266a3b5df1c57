package app.oegukmin.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All resources that the conditions let in. */
final class Resources {

  static final String FUNCTION = "AWS::Serverless::Function";
  static final String API = "AWS::Serverless::Api";
  static final String TABLE = "AWS::DynamoDB::Table";
  static final String QUEUE = "AWS::SQS::Queue";
  static final String ALARM = "AWS::CloudWatch::Alarm";
  static final String BUCKET = "AWS::S3::Bucket";

  private final List<Resource> resources;
  private final Names names;

  Resources(List<Resource> resources, Names names) {
    this.resources = List.copyOf(resources);
    this.names = names;
  }

  /** Reads every resource of a type, in the order of the file. */
  <T> List<T> read(String type, Function<Resource, T> reader) {
    return resources.stream()
        .filter(resource -> resource.type().equals(type))
        .map(resource -> resource.read(reader))
        .toList();
  }

  Names names() {
    return names;
  }

  String reference(Resource resource) {
    return names.reference(resource.logicalId(), resource.type());
  }

  /** The logical id of the resource of a type whose attribute has the value under a key. */
  String owner(String type, String attribute, Section section, String key) {
    String value = section.text(key);
    return read(type, Resource::logicalId).stream()
        .filter(id -> names.attribute(id, type, attribute).equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new TemplateException(
                    section.line(), key + " '" + value + "' is none of this template's " + type));
  }

  /** Types by logical id, as references need them. */
  static Map<String, String> types(Map<String, Node.Fields> declared) {
    Map<String, String> types = new LinkedHashMap<>();
    declared.forEach((id, fields) -> types.put(id, type(id, fields)));
    return types;
  }

  private static String type(String logicalId, Node.Fields fields) {
    Node type = fields.entries().get("Type");
    if (type == null) {
      throw new TemplateException(fields.line(), "Type is missing").in(logicalId);
    }
    return type.asText("Type");
  }
}
