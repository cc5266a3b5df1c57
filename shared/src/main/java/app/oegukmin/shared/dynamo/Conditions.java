package app.oegukmin.shared.dynamo;

import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Conditions of writes and filters of queries on one attribute each. Names and values stand behind
 * placeholders, because many plain words are reserved. Several become one by {@link
 * Expression#and}.
 */
public final class Conditions {

  private Conditions() {}

  /** The item does not have the attribute; for a key attribute: the item does not exist. */
  public static Expression absent(String attribute) {
    return unary("attribute_not_exists(#%s)", attribute);
  }

  /** The item has the attribute; for a key attribute: the item exists. */
  public static Expression present(String attribute) {
    return unary("attribute_exists(#%s)", attribute);
  }

  /** The attribute still is a text. */
  public static Expression equal(String attribute, String value) {
    return binary("#%s = :%s", attribute, AttributeValue.fromS(value));
  }

  /** The attribute still is a number. */
  public static Expression equal(String attribute, long value) {
    return binary("#%s = :%s", attribute, AttributeValue.fromN(Long.toString(value)));
  }

  /** The attribute is a number below another. */
  public static Expression below(String attribute, long value) {
    return binary("#%s < :%s", attribute, AttributeValue.fromN(Long.toString(value)));
  }

  /** The attribute is absent or a number below another. */
  public static Expression absentOrBelow(String attribute, long value) {
    return absentOrBelow(attribute, AttributeValue.fromN(Long.toString(value)));
  }

  /** The attribute is absent or a text that sorts before another, by UTF-8 bytes. */
  public static Expression absentOrBelow(String attribute, String value) {
    return absentOrBelow(attribute, AttributeValue.fromS(value));
  }

  private static Expression absentOrBelow(String attribute, AttributeValue value) {
    return binary("attribute_not_exists(#%1$s) OR #%1$s < :%1$s", attribute, value);
  }

  /** The attribute is a text that has another in it. */
  public static Expression contains(String attribute, String part) {
    return binary("contains(#%s, :%s)", attribute, AttributeValue.fromS(part));
  }

  private static Expression unary(String format, String attribute) {
    return Expression.builder()
        .expression(format.formatted(attribute))
        .expressionNames(Map.of("#" + attribute, attribute))
        .build();
  }

  private static Expression binary(String format, String attribute, AttributeValue value) {
    return Expression.builder()
        .expression(format.formatted(attribute, attribute))
        .expressionNames(Map.of("#" + attribute, attribute))
        .expressionValues(Map.of(":" + attribute, value))
        .build();
  }
}
