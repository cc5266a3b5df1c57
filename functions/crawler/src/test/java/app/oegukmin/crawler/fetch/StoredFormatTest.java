package app.oegukmin.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What lies in the table of hosts, attribute by attribute: other versions of the code read it. */
@Tag("process")
class StoredFormatTest {

  private static final String HOST = "cs.kookmin.ac.kr";
  private static final Instant NOW = Instant.ofEpochMilli(1_795_000_000_001L);

  @RegisterExtension static final Stack STACK = Stack.of("HostTable");

  private HostTable hosts;

  @BeforeEach
  void clear() {
    STACK.clear();
    hosts = new HostTable(STACK.dynamodb(), STACK.table("HostTable"));
  }

  @Test
  void hosts() {
    hosts.keepRobots(HOST, "Disallow: /", NOW);
    hosts.take(HOST, "a1", NOW, NOW.plusMillis(9));
    hosts.quietUntil(HOST, NOW.plusMillis(5));

    assertThat(Items.all(STACK, "HostTable"))
        .containsExactly(
            Items.item(
                Map.of(
                    "host",
                    HOST,
                    "robots",
                    "Disallow: /",
                    "robotsUntil",
                    NOW.plus(Duration.ofDays(1)).toEpochMilli(),
                    "holder",
                    "a1",
                    "heldUntil",
                    1_795_000_000_010L,
                    "quietUntil",
                    1_795_000_000_006L)));
  }

  @Test
  void hostsThatAreGivenBack() {
    hosts.take(HOST, "a1", NOW, NOW.plusMillis(9));
    hosts.giveBack(HOST, "a1", Optional.empty());

    assertThat(Items.all(STACK, "HostTable")).containsExactly(Items.item(Map.of("host", HOST)));
    assertThat(hosts.robots(HOST, NOW)).isEmpty();
  }

  @Test
  void f37_hostsThatMayBeAskedLater() {
    hosts.take(HOST, "a1", NOW, NOW.plusMillis(9));
    hosts.giveBack(HOST, "a1", Optional.of(NOW.plusMillis(7)));

    assertThat(Items.all(STACK, "HostTable"))
        .containsExactly(Items.item(Map.of("host", HOST, "nextTurn", 1_795_000_000_008L)));
    assertThat(hosts.nextTurn(HOST)).contains(NOW.plusMillis(7));
  }
}
