package app.oegukmin.crawler;

import app.oegukmin.shared.dynamo.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * What is to be minded at a host, by all crawlers alike: its robots.txt of the day, who is asking
 * it now, and until when it wants to be left alone. Moments are in milliseconds.
 *
 * <pre>
 *   host (partition key)   robots robotsUntil   holder heldUntil   quietUntil
 * </pre>
 */
final class HostTable {

  private static final Duration ROBOTS_LIFE = Duration.ofDays(1);
  private static final int LONGEST_ROBOTS = 100_000;

  private final DynamoDbClient client;
  private final String name;

  /** The table with a physical name. */
  HostTable(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /** A host's robots.txt, empty when none is known that is younger than a day. */
  Optional<String> robots(String host, Instant now) {
    Item item = new Item(client.getItem(r -> r.tableName(name).key(key(host))).item());
    return item.findNumber("robotsUntil")
        .filter(until -> until > now.toEpochMilli())
        .flatMap(until -> item.find("robots"));
  }

  /** Keeps a host's robots.txt for a day. */
  void keepRobots(String host, String robots, Instant now) {
    String kept = robots.substring(0, Math.min(robots.length(), LONGEST_ROBOTS));
    update(
        host,
        "SET robots = :robots, robotsUntil = :until",
        "attribute_exists(host) OR attribute_not_exists(host)",
        Map.of(":robots", AttributeValue.fromS(kept), ":until", moment(now.plus(ROBOTS_LIFE))));
  }

  /**
   * Takes a host for one holder.
   *
   * @param until when it is free again should the holder not give it back
   * @return false when another holds it, or when it wants to be left alone
   */
  boolean take(String host, String holder, Instant now, Instant until) {
    Map<String, AttributeValue> values = new LinkedHashMap<>();
    values.put(":holder", AttributeValue.fromS(holder));
    values.put(":now", moment(now));
    values.put(":until", moment(until));
    return update(
        host,
        "SET holder = :holder, heldUntil = :until",
        "(attribute_not_exists(heldUntil) OR heldUntil < :now)"
            + " AND (attribute_not_exists(quietUntil) OR quietUntil < :now)",
        values);
  }

  /** Gives a host back, if it is still the holder's. */
  void giveBack(String host, String holder) {
    update(
        host,
        "REMOVE holder, heldUntil",
        "holder = :holder",
        Map.of(":holder", AttributeValue.fromS(holder)));
  }

  /** Keeps everybody away from a host for a time. */
  void hush(String host, Instant until) {
    update(
        host,
        "SET quietUntil = :until",
        "attribute_not_exists(quietUntil) OR quietUntil < :until",
        Map.of(":until", moment(until)));
  }

  private boolean update(
      String host, String expression, String condition, Map<String, AttributeValue> values) {
    try {
      client.updateItem(
          request ->
              request
                  .tableName(name)
                  .key(key(host))
                  .updateExpression(expression)
                  .conditionExpression(condition)
                  .expressionAttributeValues(values));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private static Map<String, AttributeValue> key(String host) {
    return Item.empty().with("host", host).attributes();
  }

  private static AttributeValue moment(Instant instant) {
    return AttributeValue.fromN(Long.toString(instant.toEpochMilli()));
  }
}
