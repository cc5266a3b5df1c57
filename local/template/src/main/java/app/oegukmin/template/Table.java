package app.oegukmin.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A DynamoDB table.
 *
 * @param attributeTypes {@code S}, {@code N} or {@code B} of every key attribute, of indexes too
 * @param stream the stream's view type, empty without a stream
 * @param ttlAttribute the attribute that holds the second of expiry, empty without TTL
 */
public record Table(
    Identity identity,
    Key key,
    Map<String, String> attributeTypes,
    List<Index> indexes,
    Optional<String> stream,
    Optional<String> ttlAttribute) {

  /** Logical id in the template and physical name. */
  public record Identity(String logicalId, String name) {}

  /** Partition attribute and, if there is one, sort attribute. */
  public record Key(String partition, Optional<String> sort) {}

  /**
   * A global secondary index.
   *
   * @param projection {@code ALL}, {@code KEYS_ONLY} or {@code INCLUDE}
   * @param included what {@code INCLUDE} includes
   */
  public record Index(String name, Key key, String projection, List<String> included) {}

  /** Logical id in the template. */
  public String logicalId() {
    return identity.logicalId();
  }

  /** Physical name. */
  public String name() {
    return identity.name();
  }

  /** The same without a stream: DynamoDB Local searches all records of a stream at each write. */
  public Table withoutStream() {
    return new Table(identity, key, attributeTypes, indexes, Optional.empty(), ttlAttribute);
  }

  /**
   * The same without TTL: DynamoDB Local deletes by the machine's clock, whatever a test's says.
   */
  public Table withoutTimeToLive() {
    return new Table(identity, key, attributeTypes, indexes, stream, Optional.empty());
  }

  /** Reads {@code AWS::DynamoDB::Table}. */
  static Table read(Resources resources, Resource resource) {
    Section table =
        resource
            .properties()
            .without("TableName", "LocalSecondaryIndexes", "ImportSourceSpecification");
    Map<String, String> types =
        table.list("AttributeDefinitions").stream()
            .collect(Collectors.toMap(a -> a.text("AttributeName"), a -> a.text("AttributeType")));
    return new Table(
        new Identity(resource.logicalId(), resources.reference(resource)),
        key(table, types),
        types,
        table.list("GlobalSecondaryIndexes").stream().map(index -> index(index, types)).toList(),
        table.section("StreamSpecification").optional("StreamViewType"),
        ttl(table.section("TimeToLiveSpecification")));
  }

  private static Index index(Section index, Map<String, String> types) {
    Section projection = index.section("Projection");
    return new Index(
        index.text("IndexName"),
        key(index, types),
        projection.text("ProjectionType"),
        projection.texts("NonKeyAttributes"));
  }

  private static Key key(Section owner, Map<String, String> types) {
    List<Section> schema = owner.list("KeySchema");
    return new Key(
        attribute(schema, "HASH", types)
            .orElseThrow(() -> new TemplateException(owner.line(), "KeySchema has no HASH key")),
        attribute(schema, "RANGE", types));
  }

  private static Optional<String> attribute(
      List<Section> schema, String role, Map<String, String> types) {
    Optional<Section> part =
        schema.stream().filter(key -> key.text("KeyType").equals(role)).findFirst();
    part.filter(key -> !types.containsKey(key.text("AttributeName")))
        .ifPresent(
            key -> {
              throw new TemplateException(
                  key.line(), "key attribute " + key.text("AttributeName") + " is not defined");
            });
    return part.map(key -> key.text("AttributeName"));
  }

  private static Optional<String> ttl(Section specification) {
    return specification.flag("Enabled", false)
        ? Optional.of(specification.text("AttributeName"))
        : Optional.empty();
  }
}
