package app.oegukmin.menucrawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.language.Language;
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
import java.util.Map;
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
  private static final URI FEED = URI.create("https://feed.example");
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
              assertThat(line.path("UnknownMenuNames").asInt()).isEqualTo(2);
              assertThat(line.path("About").asText())
                  .isEqualTo(KBOB + " / 김밥, " + STUDENTS + " / 차이웨이<br>상시");
              assertThat(line.at("/_aws/CloudWatchMetrics/0/Dimensions"))
                  .hasToString("[[\"Service\"]]");
            });
  }

  @Test
  void knownNamesAreNoTrouble() throws IOException {
    crawl(feed(meal(STUDENTS, "착한아침"), meal("청향 양식당(법학관 5층)", "PASTA")));
    assertThat(troubles()).isEmpty();
  }

  @Test
  @DisplayName("F-32: a run in which one feed is broken and the other empty fails")
  void f32_noMenusIsNoSuccess() throws IOException {
    assertThatThrownBy(() -> crawl(broken(), feed()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("No menu feed could be read");
    assertThatThrownBy(() -> crawl(feed(), broken())).isInstanceOf(IllegalStateException.class);
    assertThat(kinds())
        .containsExactly(
            "MenuFeedFailed",
            "MenuFeedEmpty",
            "NoMenus",
            "MenuFeedEmpty",
            "MenuFeedFailed",
            "NoMenus");
  }

  @Test
  @DisplayName("F-32: two empty feeds are counted; trying again would not help")
  void f32_countsThatThereAreNoMenus() throws IOException {
    crawl(feed(), feed());
    assertThat(kinds()).containsExactly("MenuFeedEmpty", "MenuFeedEmpty", "NoMenus");
  }

  @Test
  @DisplayName("F-32: one broken feed is no failure while the other has menus")
  void f32_oneFeedIsEnough() throws IOException {
    crawl(broken(), feed(meal(STUDENTS, "착한아침")));
    assertThat(kinds()).containsExactly("MenuFeedFailed");
    assertThat(troubles().getFirst().path("About").asText())
        .isEqualTo("Status 503: https://feed.example");
  }

  @Test
  @DisplayName("F-50: whatever a page makes its reader throw concerns that feed alone")
  void f50_aReaderThatBreaksIsAFailedFeed() throws IOException {
    MenuFeed odd =
        feed(
            () -> {
              throw new IndexOutOfBoundsException("of a page nobody thought of");
            });
    crawl(odd, feed(meal(STUDENTS, "착한아침")));
    assertThat(kinds()).containsExactly("MenuFeedFailed");
    assertThat(table().day(MONDAY, Language.KO)).hasSize(1);
  }

  private List<String> kinds() throws IOException {
    return troubles().stream().map(line -> line.path("Kind").asText()).toList();
  }

  private static MenuTable table() {
    return new MenuTable(STACK.dynamodb(), STACK.table("MenuTable"));
  }

  private void crawl(MenuFeed... feeds) {
    Clock clock = Clock.systemUTC();
    PrintStream lines = new PrintStream(out, true, StandardCharsets.UTF_8);
    new MenuCrawl(List.of(feeds), table(), new Metrics("menucrawler", clock, lines), clock)
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
    MenuReading reading =
        new MenuReading(
            Map.of(STUDENTS, Set.of(MONDAY), KBOB, Set.of(MONDAY)), List.of(meals), List.of());
    return feed(() -> reading);
  }

  private static MenuFeed broken() {
    return feed(
        () -> {
          throw new FeedException(FEED, "Status 503");
        });
  }

  private static MenuFeed feed(Reader reader) {
    return new MenuFeed() {
      @Override
      public URI address() {
        return FEED;
      }

      @Override
      public MenuReading read(LocalDate from, LocalDate to) throws IOException {
        return reader.read();
      }
    };
  }

  private interface Reader {
    MenuReading read() throws IOException;
  }

  private static Meal meal(String cafeteria, String corner) {
    return new Meal(MONDAY, cafeteria, corner, "라면", "3900");
  }
}
