package app.oegukmin.local.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** DynamoDB's own JSON for items: each value under the letter of its type. */
final class AttributeJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private AttributeJson() {}

  static ObjectNode of(Map<String, AttributeValue> item) {
    ObjectNode node = NODES.objectNode();
    item.forEach((name, value) -> node.set(name, of(value)));
    return node;
  }

  private static ObjectNode of(AttributeValue value) {
    String type = value.type() == AttributeValue.Type.NUL ? "NULL" : value.type().name();
    return NODES.objectNode().set(type, content(value));
  }

  private static JsonNode content(AttributeValue value) {
    return switch (value.type()) {
      case S -> NODES.textNode(value.s());
      case N -> NODES.textNode(value.n());
      case B -> bytes(value.b());
      case BOOL -> NODES.booleanNode(value.bool());
      case NUL -> NODES.booleanNode(true);
      case M -> of(value.m());
      case L -> array(value.l(), AttributeJson::of);
      case SS -> array(value.ss(), NODES::textNode);
      case NS -> array(value.ns(), NODES::textNode);
      case BS -> array(value.bs(), AttributeJson::bytes);
      case UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException("Unknown type: " + value);
    };
  }

  private static JsonNode bytes(SdkBytes bytes) {
    return NODES.binaryNode(bytes.asByteArray());
  }

  private static <T> ArrayNode array(List<T> values, Function<T, JsonNode> content) {
    ArrayNode array = NODES.arrayNode();
    values.forEach(value -> array.add(content.apply(value)));
    return array;
  }
}
