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

  /** What names take a FIFO queue for: its name has an end of its own. */
  static final String FIFO_QUEUE = QUEUE + Resource.FIFO;

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
        .filter(resource -> resource.is(type))
        .map(resource -> resource.read(reader))
        .toList();
  }

  Names names() {
    return names;
  }

  String reference(Resource resource) {
    return names.reference(resource.logicalId(), resource.type());
  }

  String attribute(Resource resource, String attribute) {
    return names.attribute(resource.logicalId(), resource.type(), attribute);
  }

  /** Whether a queue keeps the order of its messages. */
  boolean fifo(String queue) {
    return resources.stream()
        .filter(resource -> resource.logicalId().equals(queue))
        .anyMatch(resource -> resource.type().equals(FIFO_QUEUE));
  }

  /** The logical id of the resource of a type whose attribute has the value under a key. */
  String owner(String type, String attribute, Section section, String key) {
    String value = section.text(key);
    return resources.stream()
        .filter(resource -> resource.is(type))
        .filter(resource -> attribute(resource, attribute).equals(value))
        .map(Resource::logicalId)
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

  /** The type of a resource as names need it. */
  static String type(String logicalId, Node.Fields fields) {
    Node type = fields.entries().get("Type");
    if (type == null) {
      throw new TemplateException(fields.line(), "Type is missing").in(logicalId);
    }
    String name = type.asText("Type");
    boolean fifo = fields.child("Properties").entries().containsKey("FifoQueue");
    return name.equals(QUEUE) && fifo ? FIFO_QUEUE : name;
  }
}
