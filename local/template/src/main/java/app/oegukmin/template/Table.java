package app.oegukmin.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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
}
