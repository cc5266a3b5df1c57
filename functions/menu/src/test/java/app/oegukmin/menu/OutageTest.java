package app.oegukmin.menu;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.menu.App.Response;
import app.oegukmin.shared.menu.Meal;
import app.oegukmin.shared.menu.MenuTable;
import app.oegukmin.testkit.Stack;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** D-F1: the app starts whatever is down. */
@Tag("process")
class OutageTest {

  private static final String ENDPOINT = "aws.endpointUrlDynamoDb";

  @RegisterExtension static final Stack STACK = Stack.of("MenuTable").withValkey();

  @BeforeEach
  void clear() {
    STACK.clear();
  }

  @Test
  void dF1_aStoreThatRefusesMeansNoMenus() {
    Map<String, String> environment = new HashMap<>(STACK.environment("MenuFunction"));
    environment.put("MENU_TABLE", "gone");
    assertNone(new App(environment));
  }

  @Test
  void dF1_aStoreThatNeverAnswersMeansNoMenus() throws Exception {
    String endpoint = System.getProperty(ENDPOINT);
    // Takes connections into its backlog, and that is all.
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      System.setProperty(ENDPOINT, "http://127.0.0.1:" + silent.getLocalPort());
      assertNone(new App(STACK.environment("MenuFunction")));
    } finally {
      System.setProperty(ENDPOINT, endpoint);
    }
  }

  @Test
  void dF1_withoutValkeyTheTableAnswers() {
    LocalDate monday = LocalDate.of(2026, 11, 23);
    Meal meal = new Meal(monday, "학생식당(복지관 1층)", "착한아침", "북어국", "3500");
    new MenuTable(STACK.dynamodb(), STACK.table("MenuTable"))
        .store(monday, Set.of(), List.of(meal));
    Map<String, String> environment = new HashMap<>(STACK.environment("MenuFunction"));
    environment.put("CACHE_ENDPOINT", "127.0.0.1:1");
    assertThat(new App(environment).daily("2026-11-23", "KO").response()).hasSize(1);
  }

  private static void assertNone(App app) {
    Response answer = app.daily("2026-11-23", "KO");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().isArray()).isTrue();
    assertThat(answer.header("Cache-Control")).contains("no-store");
  }
}
