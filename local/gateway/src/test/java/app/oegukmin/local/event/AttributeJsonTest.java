package app.oegukmin.local.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class AttributeJsonTest {

  private static final SdkBytes BYTES = SdkBytes.fromUtf8String("hi");

  @Test
  void writesEveryTypeAsDynamoDbDoes() throws Exception {
    Map<String, AttributeValue> item =
        Map.ofEntries(
            Map.entry("s", AttributeValue.fromS("글")),
            Map.entry("n", AttributeValue.fromN("9007199254740993")),
            Map.entry("b", AttributeValue.fromB(BYTES)),
            Map.entry("bool", AttributeValue.fromBool(false)),
            Map.entry("null", AttributeValue.fromNul(true)),
            Map.entry("m", AttributeValue.fromM(Map.of("x", AttributeValue.fromS("y")))),
            Map.entry("l", AttributeValue.fromL(List.of(AttributeValue.fromN("1")))),
            Map.entry("ss", AttributeValue.fromSs(List.of("p", "q"))),
            Map.entry("ns", AttributeValue.fromNs(List.of("1", "2"))),
            Map.entry("bs", AttributeValue.fromBs(List.of(BYTES))));

    String expected =
        """
        {"s":{"S":"글"},"n":{"N":"9007199254740993"},"b":{"B":"aGk="},"bool":{"BOOL":false},
         "null":{"NULL":true},"m":{"M":{"x":{"S":"y"}}},"l":{"L":[{"N":"1"}]},
         "ss":{"SS":["p","q"]},"ns":{"NS":["1","2"]},"bs":{"BS":["aGk="]}}
        """;
    JsonMapper json = new JsonMapper();
    assertThat(json.readTree(AttributeJson.of(item).toString())).isEqualTo(json.readTree(expected));
  }
}
