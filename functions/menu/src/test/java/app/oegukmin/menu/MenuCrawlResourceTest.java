package app.oegukmin.menu;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.menu.App.Response;
import app.oegukmin.testkit.Stack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("process")
class MenuCrawlResourceTest {

  @RegisterExtension static final Stack STACK = Stack.of("MenuTable", "CrawlOrderTable");

  private static final String ADMIN = "ROLE_ADMIN";

  private App app;

  @BeforeEach
  void open() {
    STACK.clear();
    app = new App(STACK.environment("MenuFunction"));
  }

  @Test
  @DisplayName("Contract §6.3: POST /menu/test starts an import")
  void anAdministratorOrdersTheMenusOfADay() {
    Response answer = app.crawl(Map.of("date", "2026-11-23"), ADMIN);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .isEqualTo("{\"success\":true,\"message\":\"Successfully update menu\",\"response\":200}");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(orders()).containsExactly("menus#2026-11-23");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "today", "2026-11-31", "23.11.2026", "20261123", "2026-1-1"})
  @DisplayName("D-A9: what is no day is the client's mistake")
  void dA9_refusesWhatIsNoDay(String date) {
    assertRefused(app.crawl(Map.of("date", date), ADMIN), 400, "C001");
    assertRefused(app.crawl(Map.of(), ADMIN), 400, "C001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ROLE_USER", ""})
  @DisplayName("D-S9: nobody else may")
  void dS9_nobodyElseMay(String role) {
    assertRefused(app.crawl(Map.of("date", "2026-11-23"), role), 403, "C006");
  }

  private static void assertRefused(Response answer, int status, String code) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).contains(code);
    assertThat(orders()).isEmpty();
  }

  private static List<String> orders() {
    var scan = STACK.dynamodb().scan(r -> r.tableName(STACK.table("CrawlOrderTable")));
    return scan.items().stream().map(order -> order.get("work").s()).toList();
  }
}
