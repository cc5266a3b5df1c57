package app.oegukmin.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.dynamo.Item;
import app.oegukmin.testkit.Stack;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class BoardTableTest {

  @RegisterExtension static final Stack STACK = Stack.of("BoardTable");

  private static final Tally SOME = new Tally(3, 2, 1, false);

  private final CrawlPage first = new CrawlPage("2026-11-20T09:00:00.000Z", "academic", 1);
  private final CrawlPage later = new CrawlPage("2026-11-20T10:00:00.000Z", "academic", 1);
  private BoardTable table;

  @BeforeEach
  void open() {
    STACK.clear();
    table = new BoardTable(STACK.dynamodb(), STACK.table("BoardTable"));
  }

  @Test
  void addsUpTheCountsOfARun() {
    table.walked(first, SOME);
    table.walked(first.next(), SOME);

    assertThat(number("added")).isEqualTo(6);
    assertThat(number("gone")).isEqualTo(4);
    assertThat(number("failed")).isEqualTo(2);
    assertThat(attributes().get("walked").ns()).containsExactlyInAnyOrder("1", "2");
    assertThat(attributes().get("lastRun").s()).isEqualTo(first.run());
  }

  @Test
  void aPageSentOrWalkedTwiceCountsOnce() {
    table.sent(first.next());
    table.sent(first.next());
    table.walked(first, Tally.NONE);
    table.walked(first, Tally.NONE);

    assertThat(attributes().get("sent").ns()).containsExactly("2");
    assertThat(attributes().get("walked").ns()).containsExactly("1");
  }

  @Test
  void aNewRunStartsAnew() {
    table.sent(first.next());
    table.walked(first, SOME);
    table.count(later, new Tally(0, 0, 1, true));

    assertThat(attributes()).doesNotContainKeys("sent", "walked");
    assertThat(number("added")).isZero();
    assertThat(number("failed")).isEqualTo(1);
    assertThat(attributes().get("lastRun").s()).isEqualTo(later.run());
  }

  @Test
  void anOvertakenRunChangesNothing() {
    table.walked(later, SOME);
    Map<String, AttributeValue> before = attributes();

    table.walked(first, SOME);

    assertThat(attributes()).isEqualTo(before);
  }

  @Test
  void theFirstRunSeesABoardFirst() {
    assertThat(table.firstSight(first)).isTrue();

    table.walked(first, SOME);

    assertThat(table.firstSight(first.next())).isTrue();
    assertThat(table.firstSight(later)).isFalse();

    table.walked(later, SOME);

    assertThat(table.firstSight(later)).isFalse();
  }

  private long number(String name) {
    return new Item(attributes()).number(name);
  }

  private static Map<String, AttributeValue> attributes() {
    return STACK
        .dynamodb()
        .getItem(
            request ->
                request
                    .tableName(STACK.table("BoardTable"))
                    .key(Item.empty().with("board", "academic").attributes())
                    .consistentRead(true))
        .item();
  }
}
