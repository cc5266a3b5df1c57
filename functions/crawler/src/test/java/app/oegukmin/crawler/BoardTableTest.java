package app.oegukmin.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.crawler.fetch.Validator;
import app.oegukmin.shared.work.CrawlPage;
import app.oegukmin.shared.work.CrawlPage.Purpose;
import app.oegukmin.testkit.Stack;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Tag("process")
class BoardTableTest {

  @RegisterExtension static final Stack STACK = Stack.of("BoardTable");

  private static final Tally SOME = new Tally(3, 4, 5, 2, 1, false);

  private final CrawlPage first =
      CrawlPage.first("2026-11-20T09:00:00.000Z", "academic", Purpose.MANUAL);
  private final CrawlPage later =
      CrawlPage.first("2026-11-20T10:00:00.000Z", "academic", Purpose.MANUAL);
  private BoardTable table;

  @BeforeEach
  void open() {
    STACK.clear();
    table = new BoardTable(STACK.dynamodb(), STACK.table("BoardTable"));
  }

  @Test
  void addsUpTheCountsOfARun() {
    table.walked(first, SOME);
    table.walked(first.next(9), SOME);

    assertThat(number("added")).isEqualTo(6);
    assertThat(number("gone")).isEqualTo(4);
    assertThat(number("failed")).isEqualTo(2);
    assertThat(number("changed")).isEqualTo(8);
    assertThat(number("removed")).isEqualTo(10);
    assertThat(attributes().get("walked").ns()).containsExactlyInAnyOrder("1", "2");
    assertThat(attributes().get("lastRun").s()).isEqualTo(first.run());
  }

  @Test
  void aPageSentOrWalkedTwiceCountsOnce() {
    table.sent(first.next(9));
    table.sent(first.next(9));
    table.walked(first, Tally.NONE);
    table.walked(first, Tally.NONE);

    assertThat(attributes().get("sent").ns()).containsExactly("2");
    assertThat(attributes().get("walked").ns()).containsExactly("1");
  }

  @Test
  void aNewRunStartsAnew() {
    table.sent(first.next(9));
    table.walked(first, SOME);
    table.count(later, new Tally(0, 0, 0, 0, 1, true));

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
  void aScheduledRunThatMeetsNothingIsNotOnRecord() {
    CrawlPage often = CrawlPage.first(first.run(), "academic", Purpose.OFTEN);

    table.walked(often, Tally.NONE);
    assertThat(attributes()).isEmpty();

    table.walked(often, SOME);
    assertThat(number("added")).isEqualTo(3);
  }

  @Test
  void remembersABoard() {
    var memory =
        new BoardMemory(
            first.run(),
            new Validator("https://a.example/", "\"1\"", ""),
            Map.of("https://a.example/1", new BoardMemory.Watched(1, 3)),
            Map.of("https://a.example/2", new BoardMemory.Watched(2, 1)),
            "2026-11-20T00:00:00.000Z",
            Map.of("https://a.example/3", new BoardMemory.Watched(3, 0)),
            "2026-11-20T00:30:00.000Z");
    assertThat(table.find("academic").memory()).isEqualTo(BoardMemory.EMPTY);

    table.remember("academic", memory);
    table.walked(later, SOME);

    assertThat(table.find("academic").memory()).isEqualTo(memory);
    assertThat(memory.firstSight(first.next(9))).isTrue();
    assertThat(memory.firstSight(later)).isFalse();
  }

  @Test
  void addsUpWhatWasGivenUp() {
    table.giveUp(first.next(9));
    table.remember("academic", BoardMemory.EMPTY.seen(first));
    table.giveUp(first.next(9).next(5));
    table.giveUp(later.next(7));

    Gap gap = table.find("academic").gap();
    assertThat(gap).isEqualTo(new Gap(5, true, "", 0));
    assertThat(table.find("academic").memory().firstRun()).isEqualTo(first.run());
  }

  @Test
  void replacesNoGapThatHasChangedMeanwhile() {
    table.giveUp(first.next(9));
    Gap before = table.find("academic").gap();
    table.giveUp(first.next(5));

    assertThat(table.replace("academic", before, Gap.NONE)).isFalse();

    assertThat(table.find("academic").gap().until()).isEqualTo(5);
  }

  private long number(String name) {
    return StoredBoard.read(STACK, "academic").number(name);
  }

  private static Map<String, AttributeValue> attributes() {
    return StoredBoard.read(STACK, "academic").attributes();
  }
}
