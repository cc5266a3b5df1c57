package app.oegukmin.shared.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ItemTest {

  @Test
  void givesBackWhatItWasGiven() {
    Item item =
        Item.empty()
            .with("title", "안내")
            .with("id", 9_007_199_254_740_991L)
            .with("part", "zip".getBytes(StandardCharsets.UTF_8))
            .with("files", List.of(Item.empty().with("link", "https://a")));

    assertThat(item.text("title")).isEqualTo("안내");
    assertThat(item.number("id")).isEqualTo(9_007_199_254_740_991L);
    assertThat(item.findBytes("part").orElseThrow()).asString().isEqualTo("zip");
    assertThat(item.list("files"))
        .extracting(file -> file.text("link"))
        .containsExactly("https://a");
  }

  @Test
  void findsNothingThatIsAbsent() {
    assertThat(Item.empty().find("title")).isEmpty();
    assertThat(Item.empty().findNumber("id")).isEmpty();
    assertThat(Item.empty().findBytes("part")).isEmpty();
    assertThat(Item.empty().list("files")).isEmpty();
  }

  @Test
  void namesTheAttributeItLacks() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Item.empty().text("title"))
        .withMessageContaining("title");
    assertThatIllegalStateException()
        .isThrownBy(() -> Item.empty().number("id"))
        .withMessageContaining("id");
  }

  @Test
  void leavesOutAnAttributeWithoutValue() {
    assertThat(Item.empty().with("phone", (String) null)).isEqualTo(Item.empty());
  }

  @Test
  void takesTheLaterOfTwoValues() {
    Item both = Item.empty().with("a", 1).with("b", 1).with(Item.empty().with("b", 2));

    assertThat(both).isEqualTo(Item.empty().with("a", 1).with("b", 2));
  }

  @Test
  void doesNotChange() {
    Map<String, AttributeValue> attributes = new HashMap<>();
    Item item = new Item(attributes);
    attributes.put("late", AttributeValue.fromN("1"));
    item.with("more", 1);

    assertThat(item.attributes()).isEmpty();
  }
}
