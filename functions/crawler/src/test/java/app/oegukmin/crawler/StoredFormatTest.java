package app.oegukmin.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.work.CrawlPage;
import app.oegukmin.shared.work.CrawlPage.Purpose;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What lies in the tables, attribute by attribute: other versions of the code read it too. */
class StoredFormatTest {

  private static final String RUN = "2026-11-20T09:00:00.000Z";
  private static final CrawlPage PAGE = CrawlPage.first(RUN, "academic", Purpose.MANUAL);
  private static final String HOST = "cs.kookmin.ac.kr";
  private static final Instant NOW = Instant.ofEpochMilli(1_795_000_000_001L);

  @RegisterExtension static final Stack STACK = Stack.of("BoardTable", "HostTable");

  private BoardTable boards;
  private HostTable hosts;

  @BeforeEach
  void clear() {
    STACK.clear();
    boards = new BoardTable(STACK.dynamodb(), STACK.table("BoardTable"));
    hosts = new HostTable(STACK.dynamodb(), STACK.table("HostTable"));
  }

  @Test
  void boards() {
    BoardMemory memory = BoardMemory.EMPTY.seen(PAGE);
    boards.remember("academic", memory);
    boards.sent(PAGE.next(9));
    boards.walked(PAGE, new Tally(3, 4, 5, 2, 1, false));

    assertThat(items("BoardTable"))
        .containsExactly(
            Map.of(
                "board", text("academic"),
                "memory", text(memory.json()),
                "lastRun", text(RUN),
                "sent", AttributeValue.fromNs(List.of("2")),
                "walked", AttributeValue.fromNs(List.of("1")),
                "added", number(3),
                "changed", number(4),
                "removed", number(5),
                "gone", number(2),
                "failed", number(1)));
  }

  @Test
  void boardsWhoseRunHasOnlySentPages() {
    boards.sent(PAGE.next(9));

    assertThat(items("BoardTable"))
        .containsExactly(
            Map.of(
                "board", text("academic"),
                "lastRun", text(RUN),
                "sent", AttributeValue.fromNs(List.of("2"))));
  }

  @Test
  void hosts() {
    hosts.keepRobots(HOST, "Disallow: /", NOW);
    hosts.take(HOST, "a1", NOW, NOW.plusMillis(9));
    hosts.hush(HOST, NOW.plusMillis(5));

    assertThat(items("HostTable"))
        .containsExactly(
            Map.of(
                "host", text(HOST),
                "robots", text("Disallow: /"),
                "robotsUntil", number(NOW.plus(Duration.ofDays(1)).toEpochMilli()),
                "holder", text("a1"),
                "heldUntil", number(1_795_000_000_010L),
                "quietUntil", number(1_795_000_000_006L)));
  }

  @Test
  void hostsThatAreGivenBack() {
    hosts.take(HOST, "a1", NOW, NOW.plusMillis(9));
    hosts.giveBack(HOST, "a1");

    assertThat(items("HostTable")).containsExactly(Map.of("host", text(HOST)));
    assertThat(hosts.robots(HOST, NOW)).isEmpty();
  }

  private static List<Map<String, AttributeValue>> items(String table) {
    return STACK.dynamodb().scan(scan -> scan.tableName(STACK.table(table))).items();
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
