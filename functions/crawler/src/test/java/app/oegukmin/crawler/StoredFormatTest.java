package app.oegukmin.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.work.CrawlPage;
import app.oegukmin.shared.work.CrawlPage.Purpose;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What lies in the tables, attribute by attribute: other versions of the code read it too. */
@Tag("process")
class StoredFormatTest {

  private static final String RUN = "2026-11-20T09:00:00.000Z";
  private static final CrawlPage PAGE = CrawlPage.first(RUN, "academic", Purpose.MANUAL);

  @RegisterExtension static final Stack STACK = Stack.of("BoardTable");

  private BoardTable boards;

  @BeforeEach
  void clear() {
    STACK.clear();
    boards = new BoardTable(STACK.dynamodb(), STACK.table("BoardTable"));
  }

  @Test
  void boards() {
    BoardMemory memory = BoardMemory.EMPTY.seen(PAGE);
    boards.remember("academic", memory);
    boards.sent(PAGE.next(9));
    boards.walked(PAGE, new Tally(3, 4, 5, 2, 1, false));

    assertThat(Items.all(STACK, "BoardTable"))
        .containsExactly(
            item(
                Map.of(
                    "board", "academic",
                    "memory", memory.json(),
                    "lastRun", RUN,
                    "added", 3,
                    "changed", 4,
                    "removed", 5,
                    "gone", 2,
                    "failed", 1),
                Map.of("sent", pages("2"), "walked", pages("1"))));
  }

  @Test
  void boardsWhoseRunHasOnlySentPages() {
    boards.sent(PAGE.next(9));

    assertThat(Items.all(STACK, "BoardTable"))
        .containsExactly(
            item(Map.of("board", "academic", "lastRun", RUN), Map.of("sent", pages("2"))));
  }

  @Test
  void gaps() {
    boards.giveUp(PAGE.next(9));

    assertThat(Items.all(STACK, "BoardTable"))
        .containsExactly(
            Items.item(
                Map.of(
                    "board",
                    "academic",
                    "gap",
                    "{\"until\":9,\"first\":true,\"run\":\"\",\"page\":0}")));

    assertThat(boards.replace("academic", boards.find("academic").gap(), Gap.NONE)).isTrue();
    assertThat(Items.all(STACK, "BoardTable"))
        .containsExactly(Items.item(Map.of("board", "academic")));
  }

  private static Map<String, AttributeValue> item(
      Map<String, ?> attributes, Map<String, AttributeValue> sets) {
    Map<String, AttributeValue> item = new HashMap<>(Items.item(attributes));
    item.putAll(sets);
    return item;
  }

  private static AttributeValue pages(String... numbers) {
    return AttributeValue.fromNs(List.of(numbers));
  }
}
