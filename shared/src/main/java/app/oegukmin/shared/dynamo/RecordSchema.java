package app.oegukmin.shared.dynamo;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTag;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/**
 * The schema of a table over a Java record, which the library has no support for of its own. Each
 * component is an attribute; the components of a writer's record are the attributes that its IAM
 * policy names.
 *
 * <pre>{@code
 * record Row(String member, String ban, Instant expires) {}
 *
 * static final TableSchema<Row> SCHEMA =
 *     RecordSchema.of(Row.class)
 *         .partition("member").sort("ban").as("expires", new EpochSeconds()).build();
 * }</pre>
 *
 * <p>An {@link Optional} component is absent from the item when it is empty. Any other component is
 * required: reading an item without it throws an {@link IllegalStateException} that names it, and
 * so does writing a record in which it is null. Attributes that the record does not have are
 * ignored. A component may be a list of records.
 */
public final class RecordSchema<T extends Record> {

  private final Class<T> type;
  private final Map<String, List<StaticAttributeTag>> tags = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeConverter<?>> converters = new HashMap<>();
  private final Map<String, TableSchema<?>> flattened = new HashMap<>();

  private RecordSchema(Class<T> type) {
    this.type = type;
  }

  /** Begins the schema of a record. */
  public static <T extends Record> RecordSchema<T> of(Class<T> type) {
    return new RecordSchema<>(type);
  }

  /** The component that is the table's partition key. */
  public RecordSchema<T> partition(String component) {
    return tag(component, StaticAttributeTags.primaryPartitionKey());
  }

  /** The component that is the table's sort key. */
  public RecordSchema<T> sort(String component) {
    return tag(component, StaticAttributeTags.primarySortKey());
  }

  /** Gives a component a tag of the library, for instance the key of an index. */
  public RecordSchema<T> tag(String component, StaticAttributeTag tag) {
    tags.computeIfAbsent(component, key -> new ArrayList<>()).add(tag);
    return this;
  }

  /** Names the attribute of a component; without it the attribute bears the component's name. */
  public RecordSchema<T> named(String component, String attribute) {
    names.put(component, attribute);
    return this;
  }

  /** Converts a component in another way than the library's default. */
  public RecordSchema<T> as(String component, AttributeConverter<?> converter) {
    converters.put(component, converter);
    return this;
  }

  /**
   * Takes a component, which is a record, apart: the attributes of its schema, keys included, are
   * attributes of this one. An empty Optional of a record has none of them in the item.
   */
  public RecordSchema<T> flatten(String component, TableSchema<?> attributes) {
    flattened.put(component, attributes);
    return this;
  }

  /**
   * The schema, which is immutable and safe for use by many threads.
   *
   * @throws IllegalArgumentException when a component was named that the record does not have
   */
  public TableSchema<T> build() {
    List<Component<T>> components = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      components.add(component(component, components.size()));
    }
    requireKnown(components);
    Constructor<T> constructor = Component.constructor(type);
    var schema =
        StaticImmutableTableSchema.builder(type, Object[].class)
            .newItemBuilder(
                () -> new Object[components.size()],
                values -> Component.construct(constructor, components, values));
    components.forEach(component -> component.mapping().accept(schema));
    return schema.build();
  }

  private Component<T> component(RecordComponent component, int index) {
    String name = component.getName();
    if (flattened.containsKey(name)) {
      return Component.flattened(component, index, flattened.get(name));
    }
    return Component.of(
        component,
        index,
        names.getOrDefault(name, name),
        tags.getOrDefault(name, List.of()),
        converters.get(name));
  }

  private void requireKnown(List<Component<T>> components) {
    List<String> known = components.stream().map(Component::name).toList();
    for (var map : List.of(tags, names, converters, flattened)) {
      for (String name : map.keySet()) {
        if (!known.contains(name)) {
          throw new IllegalArgumentException(type.getName() + " has no component " + name);
        }
      }
    }
  }
}
