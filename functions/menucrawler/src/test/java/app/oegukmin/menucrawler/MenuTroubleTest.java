package app.oegukmin.menucrawler;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.menu.Meal;
import app.oegukmin.shared.menu.MenuTable;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an operator learns of menus that are not as they should be. */
@Tag("process")
class MenuTroubleTest {

  @RegisterExtension static final Stack STACK = Stack.of("MenuTable");

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final String STUDENTS = "학생식당(복지관 1층)";
  private static final String KBOB = "K-Bob<sup>+</sup>";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @BeforeEach
  void clear() {
    STACK.clear();
  }

  @Test
  @DisplayName("F-31: a metric names the cafeterias and corners that the app does not know")
  void f31_namesWhatTheAppDoesNotKnow() throws IOException {
    crawl(
        feed(
            meal(STUDENTS, "착한아침"),
            meal(STUDENTS, "차이웨이<br>상시"),
            meal(STUDENTS, "차이웨이<br>상시"),
            meal(KBOB, "김밥")));
    assertThat(troubles())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("Trouble").asText()).isEqualTo("UnknownName");
              assertThat(line.path("MenuTrouble").asInt()).isEqualTo(2);
              assertThat(line.path("About").asText())
                  .isEqualTo(KBOB + " / 김밥, " + STUDENTS + " / 차이웨이<br>상시");
              assertThat(line.at("/_aws/CloudWatchMetrics/0/Dimensions"))
                  .hasToString("[[\"Service\"],[\"Service\",\"Trouble\"]]");
            });
  }

  @Test
  void knownNamesAreNoTrouble() throws IOException {
    crawl(feed(meal(STUDENTS, "착한아침"), meal("청향 양식당(법학관 5층)", "PASTA")));
    assertThat(troubles()).isEmpty();
  }

  private void crawl(MenuFeed... feeds) {
    Clock clock = Clock.systemUTC();
    MenuTable table = new MenuTable(STACK.dynamodb(), STACK.table("MenuTable"));
    PrintStream lines = new PrintStream(out, true, StandardCharsets.UTF_8);
    new MenuCrawl(List.of(feeds), table, new Metrics("menucrawler", clock, lines), clock)
        .run(MONDAY);
  }

  private List<JsonNode> troubles() throws IOException {
    List<JsonNode> troubles = new ArrayList<>();
    for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
      troubles.add(Json.MAPPER.readTree(line));
    }
    return troubles;
  }

  private static MenuFeed feed(Meal... meals) {
    MenuReading reading = new MenuReading(Set.of(MONDAY), Set.of(STUDENTS, KBOB), List.of(meals));
    return new MenuFeed() {
      @Override
      public URI address() {
        return URI.create("https://feed.example");
      }

      @Override
      public MenuReading read(LocalDate from, LocalDate to) {
        return reading;
      }
    };
  }

  private static Meal meal(String cafeteria, String corner) {
    return new Meal(MONDAY, cafeteria, corner, "라면", "3900");
  }
}
