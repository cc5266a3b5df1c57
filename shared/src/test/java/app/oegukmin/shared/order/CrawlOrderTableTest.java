package app.oegukmin.shared.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class CrawlOrderTableTest {

  @RegisterExtension static final Stack STACK = Stack.of("CrawlOrderTable");

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

  private CrawlOrderTable orders;

  @BeforeEach
  void open() {
    STACK.clear();
    orders = new CrawlOrderTable(STACK.dynamodb(), STACK.table("CrawlOrderTable"));
  }

  @Test
  void keepsTheNewestOfEachWork() {
    orders.notices("a", NOW);
    orders.notices("b", NOW.plusMillis(1));
    orders.menus(MONDAY, "a", NOW);
    orders.menus(MONDAY.plusDays(1), "a", NOW);

    assertThat(works())
        .containsExactlyInAnyOrder("notices", "menus#2026-11-23", "menus#2026-11-24");
  }

  @Test
  @DisplayName("F-5: an order names who gave it by a hash, because it outlives the account")
  void f5_namesNobody() {
    orders.notices("uid-of-the-admin", NOW);

    var scan = STACK.dynamodb().scan(r -> r.tableName(STACK.table("CrawlOrderTable")));
    assertThat(scan.items().toString())
        .contains(MemberKey.of("uid-of-the-admin"))
        .doesNotContain("uid-of-the-admin");
  }

  @Test
  void storesWhatOtherVersionsRead() {
    orders.menus(MONDAY, "a", NOW);

    assertThat(Items.all(STACK, "CrawlOrderTable"))
        .containsExactly(
            Items.item(
                Map.of(
                    "work",
                    "menus#2026-11-23",
                    "by",
                    MemberKey.of("a"),
                    "at",
                    1_795_392_000_000L)));
  }

  @Test
  void knowsTheDayOfAnOrderOfMenusAlone() {
    orders.menus(MONDAY, "a", NOW);

    assertThat(works()).map(work -> order(work).menus()).containsExactly(Optional.of(MONDAY));
    assertThat(order("notices").menus()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> order("faq").menus());
  }

  private static CrawlOrder order(String work) {
    return new CrawlOrder(work, "somebody", NOW);
  }

  private static List<String> works() {
    var scan = STACK.dynamodb().scan(r -> r.tableName(STACK.table("CrawlOrderTable")));
    return scan.items().stream().map(order -> order.get("work").s()).toList();
  }
}
