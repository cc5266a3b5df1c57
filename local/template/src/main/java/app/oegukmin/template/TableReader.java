package app.oegukmin.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads {@code AWS::DynamoDB::Table}. */
final class TableReader {

  private TableReader() {}

  static Table read(Resources resources, Resource resource) {
    Section table =
        resource
            .properties()
            .without("TableName", "LocalSecondaryIndexes", "ImportSourceSpecification");
    Map<String, String> types =
        table.list("AttributeDefinitions").stream()
            .collect(Collectors.toMap(a -> a.text("AttributeName"), a -> a.text("AttributeType")));
    return new Table(
        new Table.Identity(resource.logicalId(), resources.reference(resource)),
        key(table, types),
        types,
        table.list("GlobalSecondaryIndexes").stream().map(index -> index(index, types)).toList(),
        table.section("StreamSpecification").optional("StreamViewType"),
        ttl(table.section("TimeToLiveSpecification")));
  }

  private static Table.Index index(Section index, Map<String, String> types) {
    Section projection = index.section("Projection");
    return new Table.Index(
        index.text("IndexName"),
        key(index, types),
        projection.text("ProjectionType"),
        projection.texts("NonKeyAttributes"));
  }

  private static Table.Key key(Section owner, Map<String, String> types) {
    List<Section> schema = owner.list("KeySchema");
    return new Table.Key(
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
