package app.oegukmin.local.run;

import static app.oegukmin.testkit.FakeSite.send;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.local.campus.Campus;
import app.oegukmin.local.function.FunctionHost;
import app.oegukmin.local.service.SsmServer;
import app.oegukmin.template.Template;
import app.oegukmin.testkit.FakeSite;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every dish of every sample feed, from the feed to the app's screen. */
@Tag("process")
@DisplayName("F-31: no dish of a feed is invisible")
class MenuSamplesTest {

  private static final Path PROJECT = Path.of(System.getProperty("project.root"));
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WEEK =
      "https://www.kookmin.ac.kr/user/unLvlh/lvlhSpor/todayMenu/index.do";
  private static final String COOPERATIVE = "https://kmucoop.kookmin.ac.kr/menu/menujson.php";
  private static final Pattern CELL = Pattern.compile("(?s)<td>(.*?)</td>");

  @TempDir static Path folder;

  private static final Cleanup CLEANUP = new Cleanup();
  private static FakeSite site;
  private static Campus campus;
  private static FunctionHost host;
  private static AppMenus app;

  @BeforeAll
  static void start() throws IOException {
    Clock clock = Clock.systemUTC();
    site = CLEANUP.keep(new FakeSite());
    campus = CLEANUP.keep(Campus.start(clock));
    SsmServer ssm = CLEANUP.keep(SsmServer.start(name -> Optional.empty(), clock));
    Template template = LocalAws.start(folder, CLEANUP, site.base(), ssm).template();
    host = CLEANUP.keep(new FunctionHost(template.functions(), PROJECT, folder, clock, 100));
    app = new AppMenus(PROJECT);
  }

  @AfterAll
  static void stop() {
    CLEANUP.close();
  }

  @Test
  void f31_showsEveryDishOfTheCooperativesSamples() throws Exception {
    LocalDate monday = LocalDate.of(2024, 5, 6);
    for (String file : List.of("day.json", "day.jsonp", "closed-cafeterias.jsonp")) {
      assertShowsAll(feed(file), monday, List.of(monday.plusDays(1)));
    }
    assertShowsAll(
        feed("odd-values.jsonp"), monday, List.of(monday.plusDays(1), monday.plusDays(2)));
  }

  @Test
  void f31_showsEveryDishOfTheSampleCampus() throws Exception {
    LocalDate monday = LocalDate.of(2026, 11, 23);
    String feed = text(URI.create(campus.base() + "/" + cooperative(monday).substring(8)));
    assertShowsAll(feed, monday, monday.datesUntil(monday.plusDays(14)).toList());
  }

  @Test
  void f31_showsEveryDishOfTheWeeksSample() throws Exception {
    String page = feed("week.html");
    LocalDate sunday = LocalDate.of(2026, 10, 4);
    site.html(WEEK, page);
    order(sunday);
    List<String> lines = new ArrayList<>();
    for (MatchResult cell : CELL.matcher(page).results().toList()) {
      String text = cell.group(1).replaceAll("<br>", "\n").replaceAll("<[^>]*>", "");
      lines.addAll(text.replace("&amp;", "&").lines().toList());
    }
    // The first cell of a row is a corner's name, which the app has words of its own for.
    lines.removeAll(List.of("2코너", "NOODLE", "5코너", "GUKBAP.Chef", "1코너", "SNACK2"));
    lines.removeAll(List.of("가마", "중식"));
    assertShown(lines, sunday.datesUntil(sunday.plusDays(7)).toList());
  }

  private static void assertShowsAll(String feed, LocalDate monday, List<LocalDate> days)
      throws Exception {
    site.answers(cooperative(monday), send(200, "text/html", feed));
    order(monday);
    JsonNode menus = JSON.readTree(feed.substring(feed.indexOf('{'), feed.lastIndexOf('}') + 1));
    for (LocalDate day : days) {
      List<String> lines = new ArrayList<>();
      for (JsonNode cafeteria : menus) {
        for (JsonNode corner : cafeteria.path(day.toString())) {
          corner.path("메뉴").asText().lines().forEach(lines::add);
          lines.add(corner.path("가격").asText());
        }
      }
      assertShown(lines, List.of(day));
    }
  }

  private static void assertShown(List<String> lines, List<LocalDate> days) throws Exception {
    for (String language : AppMenus.LANGUAGES) {
      StringBuilder shown = new StringBuilder();
      for (LocalDate day : days) {
        shown.append(app.shown(menus(day, language), language));
      }
      String letters = letters(shown.toString());
      assertThat(letters).isNotEmpty();
      for (String line : lines) {
        assertThat(letters).as("%s in %s", line, language).contains(letters(line));
      }
    }
  }

  // Prices are written in other ways and may stand elsewhere.
  private static String letters(String text) {
    return text.replaceAll("[\\d,]+\\s*원", "").replaceAll("ㅂ", "").replaceAll("[^\\p{L}]", "");
  }

  private static void order(LocalDate day) throws Exception {
    ObjectNode event = event("menuorder-orders");
    ((ObjectNode) event.at("/Records/0"))
        .put("body", event.at("/Records/0/body").asText().replace("2026-11-23", day.toString()));
    JsonNode response =
        JSON.readTree(host.invoke("MenuOrderFunction", JSON.writeValueAsBytes(event)));
    assertThat(response).hasToString("{\"batchItemFailures\":[]}");
  }

  private static JsonNode menus(LocalDate day, String language) throws Exception {
    ObjectNode event = event("menu-daily");
    ObjectNode query = event.putObject("multiValueQueryStringParameters");
    query.putArray("date").add(day.toString());
    query.putArray("language").add(language);
    JsonNode response = JSON.readTree(host.invoke("MenuFunction", JSON.writeValueAsBytes(event)));
    return JSON.readTree(response.path("body").asText()).path("response");
  }

  private static ObjectNode event(String name) throws IOException {
    Path file = PROJECT.resolve("events").resolve(name + ".json");
    return (ObjectNode) JSON.readTree(Files.readString(file));
  }

  private static String cooperative(LocalDate monday) {
    return COOPERATIVE
        + "?sdate=%s&edate=%s&today=%s".formatted(monday, monday.plusDays(13), monday);
  }

  private static String feed(String file) throws IOException {
    return new String(
        MenuSamplesTest.class.getResourceAsStream("/menus/" + file).readAllBytes(),
        StandardCharsets.UTF_8);
  }

  private static String text(URI url) throws IOException {
    try (var body = url.toURL().openStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
