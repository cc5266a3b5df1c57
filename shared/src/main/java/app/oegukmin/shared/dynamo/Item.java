package app.oegukmin.shared.dynamo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One DynamoDB item, written and read by attribute name. Immutable. */
public record Item(Map<String, AttributeValue> attributes) {

  public Item {
    attributes = Map.copyOf(attributes);
  }

  /** An item without attributes. */
  public static Item empty() {
    return new Item(Map.of());
  }

  /** This item and a string attribute; a null value leaves the attribute out. */
  public Item with(String name, String value) {
    return value == null ? this : and(name, AttributeValue.fromS(value));
  }

  /** This item and a number attribute. */
  public Item with(String name, long value) {
    return and(name, AttributeValue.fromN(Long.toString(value)));
  }

  /** This item and a binary attribute. */
  public Item with(String name, byte[] value) {
    return and(name, AttributeValue.fromB(SdkBytes.fromByteArray(value)));
  }

  /** This item and a list of maps. */
  public Item with(String name, List<Item> values) {
    return and(
        name,
        AttributeValue.fromL(
            values.stream().map(item -> AttributeValue.fromM(item.attributes())).toList()));
  }

  /** This item and all attributes of another. */
  public Item with(Item other) {
    Map<String, AttributeValue> all = new LinkedHashMap<>(attributes);
    all.putAll(other.attributes);
    return new Item(all);
  }

  private Item and(String name, AttributeValue value) {
    return with(new Item(Map.of(name, value)));
  }

  /** A string attribute, empty when it is absent. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
  }

  /**
   * A string attribute that every item of the table has.
   *
   * @throws IllegalStateException naming the attribute when it is absent
   */
  public String text(String name) {
    return find(name).orElseThrow(() -> missing(name));
  }

  /**
   * A number attribute that every item of the table has.
   *
   * @throws IllegalStateException naming the attribute when it is absent
   */
  public long number(String name) {
    return findNumber(name).orElseThrow(() -> missing(name));
  }

  /** A number attribute, empty when it is absent. */
  public Optional<Long> findNumber(String name) {
    return Optional.ofNullable(attributes.get(name)).map(value -> Long.valueOf(value.n()));
  }

  /** A binary attribute, empty when it is absent. */
  public Optional<byte[]> findBytes(String name) {
    return Optional.ofNullable(attributes.get(name)).map(value -> value.b().asByteArray());
  }

  /** A list of maps, empty when it is absent. */
  public List<Item> list(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? List.of() : value.l().stream().map(each -> new Item(each.m())).toList();
  }

  private static IllegalStateException missing(String name) {
    return new IllegalStateException("Item lacks attribute " + name);
  }
}
