package app.oegukmin.translator;

import app.oegukmin.shared.dynamo.Item;
import java.time.YearMonth;
import java.util.Map;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * How many characters each month has sent to the machine, one item per month beside the
 * translations.
 *
 * <pre>
 *   key (partition key) = "month#2026-11"     characters
 * </pre>
 */
final class CharacterTable {

  private static final Logger LOG = LoggerFactory.getLogger(CharacterTable.class);
  private static final String ADD = "ADD characters :more";

  private final DynamoDbClient client;
  private final String name;

  /** The table of translations, by its physical name. */
  CharacterTable(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /**
   * Reserves characters of a month, in one conditional update: whoever races, the cap holds.
   *
   * @param cap 0 for none
   * @return how many of the month are taken now, empty when these would exceed the cap
   */
  OptionalLong reserve(YearMonth month, long wanted, long cap) {
    if (cap > 0 && wanted > cap) {
      return OptionalLong.empty();
    }
    long atMost = cap > 0 ? cap - wanted : Long.MAX_VALUE;
    try {
      var answer =
          client.updateItem(
              update ->
                  update
                      .tableName(name)
                      .key(key(month))
                      .updateExpression(ADD)
                      .conditionExpression(
                          "attribute_not_exists(characters) OR characters <= :atMost")
                      .expressionAttributeValues(
                          Map.of(":more", number(wanted), ":atMost", number(atMost)))
                      .returnValues(ReturnValue.UPDATED_NEW));
      return OptionalLong.of(new Item(answer.attributes()).number("characters"));
    } catch (ConditionalCheckFailedException full) {
      return OptionalLong.empty();
    }
  }

  /**
   * Gives back what was reserved in a month and not sent. What cannot be given back stays counted:
   * rather that than a translation lost that is paid.
   */
  void giveBack(YearMonth month, long unused) {
    try {
      client.updateItem(
          update ->
              update
                  .tableName(name)
                  .key(key(month))
                  .updateExpression(ADD)
                  .expressionAttributeValues(Map.of(":more", number(-unused))));
    } catch (SdkException e) {
      LOG.warn("{} characters of {} stay counted: {}", unused, month, e.getMessage());
    }
  }

  private static Map<String, AttributeValue> key(YearMonth month) {
    return Item.empty().with("key", "month#" + month).attributes();
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
