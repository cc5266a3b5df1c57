package app.oegukmin.menucrawler;

import static app.oegukmin.testkit.FakeSite.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.menucrawler.Feeds.Week;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.menu.Meal;
import app.oegukmin.shared.menu.MenuTable;
import app.oegukmin.shared.work.ReadMenus;
import app.oegukmin.shared.work.WorkJson;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.FakeSite;
import app.oegukmin.testkit.LambdaJson;
import app.oegukmin.testkit.Stack;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class MenuCrawlTest {

  @RegisterExtension static final Stack STACK = Stack.of("MenuTable", "JobTable");

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate NEXT_FRIDAY = LocalDate.of(2026, 12, 4);
  private static final String STUDENTS = "학생식당(복지관 1층)";

  // Half past four in the morning of Wednesday in Seoul.
  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-24T19:30:00Z"));
  private FakeSite site;
  private MenuTable table;

  @BeforeEach
  void open() throws IOException {
    STACK.clear();
    site = new FakeSite();
    table = new MenuTable(STACK.dynamodb(), STACK.table("MenuTable"));
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void dM1_readsBothWeeksInOneRun() throws IOException {
    cooperative(new Week().day(MONDAY, "북어국").day(NEXT_FRIDAY, "미역국"));
    JsonNode answer = crawl();
    assertThat(answer).hasToString("{\"days\":14,\"written\":2,\"removed\":0}");
    assertThat(texts(MONDAY)).containsExactly("북어국");
    assertThat(texts(NEXT_FRIDAY)).containsExactly("미역국");
  }

  @Test
  void dM2_aSecondRunWritesNothing() throws IOException {
    cooperative(new Week().day(MONDAY, "북어국").day(NEXT_FRIDAY, "미역국"));
    today(new Week().day(MONDAY, "북어국"));
    crawl();
    assertThat(crawl().path("written").asInt()).isZero();
    assertThat(texts(MONDAY)).containsExactly("북어국");
  }

  @Test
  void theNewestFeedThatAnswersDecidesADay() throws IOException {
    cooperative(new Week().day(MONDAY, "북어국").day(NEXT_FRIDAY, "미역국"));
    today(new Week().day(MONDAY, "콩나물국"));
    crawl();
    assertThat(texts(MONDAY)).containsExactly("콩나물국");
    assertThat(texts(NEXT_FRIDAY)).containsExactly("미역국");
  }

  @Test
  void theOlderFeedDecidesWhileTheNewestIsDownOrEmpty() throws IOException {
    cooperative(new Week().day(MONDAY, "북어국"));
    site.answers(Feeds.TODAY, send(503, "text/html", ""));
    crawl();
    assertThat(texts(MONDAY)).containsExactly("북어국");
    today(new Week());
    crawl();
    assertThat(texts(MONDAY)).containsExactly("북어국");
  }

  @Test
  void dM8_changesDuringTheWeekArePickedUp() throws IOException {
    cooperative(new Week().day(MONDAY, "북어국"));
    crawl();
    cooperative(new Week().day(MONDAY, "떡국"));
    crawl();
    assertThat(texts(MONDAY)).containsExactly("떡국");
  }

  @Test
  void dM8_aFailedRunLeavesTheMenusAndIsTriedAgain() throws IOException {
    cooperative(new Week().day(MONDAY, "북어국"));
    crawl();
    site.answers(Feeds.COOPERATIVE, send(200, "text/html", "<html>시스템 점검 중입니다.</html>"));
    assertThatThrownBy(this::crawl).hasMessage("No menu feed could be read");
    assertThat(texts(MONDAY)).containsExactly("북어국");
  }

  @Test
  void anEmptyFeedLeavesTheMenus() throws IOException {
    today(new Week());
    cooperative(new Week().day(MONDAY, "북어국"));
    crawl();
    for (String empty : List.of("[]", "cb([])", "{}", "{\"학생식당(복지관 1층)\":[]}")) {
      site.answers(Feeds.COOPERATIVE, send(200, "text/html", empty));
      assertThat(crawl().path("removed").asInt()).isZero();
    }
    assertThat(texts(MONDAY)).containsExactly("북어국");
  }

  @Test
  @DisplayName("F-32: an empty feed beside a broken one is no success, and changes nothing")
  void f32_anEmptyFeedBesideABrokenOneFails() throws IOException {
    cooperative(new Week().day(MONDAY, "북어국"));
    crawl();
    site.answers(Feeds.COOPERATIVE, send(200, "text/html", "[]"));
    assertThatThrownBy(this::crawl).hasMessage("No menu feed could be read");
    assertThat(texts(MONDAY)).containsExactly("북어국");
  }

  @Test
  @DisplayName("F-34: each day and cafeteria is decided by the newest feed that covers it")
  void f34_aCafeteriaThatOnlyTheOlderFeedHasStays() throws IOException {
    today(new Week().day(MONDAY, "콩나물국"));
    String older =
        """
        {"학생식당(복지관 1층)": {"2026-11-23": {"누들송<br>중식": {"메뉴": "북어국", "가격": "3500"}}},
         "교직원식당(복지관 1층)": {"2026-11-23": {"키친1": {"메뉴": "갈비탕", "가격": "7700"}}}}""";
    site.answers(Feeds.COOPERATIVE, send(200, "text/html", older));
    crawl();
    assertThat(texts(MONDAY)).containsExactly("콩나물국", "갈비탕");
    site.answers(Feeds.COOPERATIVE, send(503, "text/html", ""));
    crawl();
    assertThat(texts(MONDAY)).containsExactly("콩나물국", "갈비탕");
  }

  @Test
  void aDayThatVanishesGoesWhileTheFeedHasOthers() throws IOException {
    cooperative(new Week().day(MONDAY, "북어국").day(NEXT_FRIDAY, "미역국"));
    crawl();
    cooperative(new Week().day(MONDAY, "북어국"));
    assertThat(crawl().path("removed").asInt()).isEqualTo(1);
    assertThat(texts(NEXT_FRIDAY)).isEmpty();
    assertThat(texts(MONDAY)).containsExactly("북어국");
  }

  @Test
  void dM3_storesTheNamesOfTheDictionary() throws IOException {
    today(new Week().day(MONDAY, "북어국"));
    crawl();
    assertThat(table.day(MONDAY, Language.KO))
        .containsExactly(new Meal(MONDAY, STUDENTS, "누들송<br>중식", "북어국", "3500"));
  }

  @Test
  void readsTheWeeksOfTheDayThatIsOrdered() throws IOException {
    LocalDate wednesday = MONDAY.minusDays(12);
    String fortnight = "?sdate=2026-11-09&edate=2026-11-22&today=2026-11-09";
    site.answers(
        Feeds.COOPERATIVE.replaceAll("\\?.*", "") + fortnight,
        send(200, "text/html", new Week().day(wednesday, "북어국").json()));
    assertThat(order(wednesday.toString())).hasToString("{\"batchItemFailures\":[]}");
    assertThat(texts(wednesday)).containsExactly("북어국");
  }

  @Test
  void dM8_anOrderThatFailsComesAgain() throws IOException {
    assertThat(order("2026-11-23").at("/batchItemFailures/0/itemIdentifier").asText())
        .isEqualTo("m1");
  }

  @Test
  @DisplayName("F-50: an over-long name is cut, and neither its dish nor another is lost")
  void f50_anOverLongNameEndsNothing() throws IOException {
    String name = "운영 안내문 ".repeat(1_500);
    String feed =
        """
        {"한울식당(법학관 지하1층)": {"2026-11-23": {"%1$s": {"메뉴": "김밥", "가격": "3000"},
         "%1$s2": {"메뉴": "%2$s", "가격": "3000"}}},
         "%1$s": {"2026-11-23": {"%1$s": {"메뉴": "라면", "가격": "3000"}}},
         "학생식당(복지관 1층)": {"2026-12-04": {"착한아침": {"메뉴": "토스트", "가격": "1000"}}}}"""
            .formatted(name, "궁중떡볶이 ".repeat(100_000));
    site.answers(Feeds.COOPERATIVE, send(200, "text/html", feed));
    crawl();
    assertThat(texts(NEXT_FRIDAY)).containsExactly("토스트");
    assertThat(texts(MONDAY)).hasSize(2).last().isEqualTo("라면");
    assertThat(texts(MONDAY).getFirst()).startsWith("김밥\r\n궁중떡볶이 궁중떡볶이");
  }

  private JsonNode order(String day) throws IOException {
    Instant now = Instant.parse("2026-11-20T09:00:00Z");
    SQSMessage message = new SQSMessage();
    message.setMessageId("m1");
    message.setBody(WorkJson.write(new ReadMenus(LocalDate.parse(day), now)));
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(message));
    var handler = new MenuOrderHandler(environment(), clock, Duration.ofSeconds(5));
    return Json.MAPPER.readTree(LambdaJson.write(handler.handleRequest(event, null)));
  }

  private void cooperative(Week week) {
    site.answers(Feeds.COOPERATIVE, send(200, "text/html", week.json()));
  }

  private void today(Week week) {
    site.answers(Feeds.TODAY, send(200, "text/html", week.html(MONDAY.minusDays(1))));
  }

  private List<String> texts(LocalDate date) {
    return table.day(date, Language.KO).stream().map(Meal::text).toList();
  }

  private JsonNode crawl() throws IOException {
    Object event = LambdaJson.read(STACK.event("menucrawler-mornings"), Object.class);
    var handler = new MenuCrawlerHandler(environment(), clock, Duration.ofSeconds(5));
    return Json.MAPPER.readTree(LambdaJson.write(handler.handleRequest(event, null)));
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(STACK.environment("MenuOrderFunction"));
    environment.put("CAMPUS_URL", site.base().toString());
    return environment;
  }
}
