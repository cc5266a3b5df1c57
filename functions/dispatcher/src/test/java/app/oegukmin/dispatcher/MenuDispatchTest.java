package app.oegukmin.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.work.TranslateMenu;
import app.oegukmin.shared.work.TranslateWork;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class MenuDispatchTest {

  @RegisterExtension static final Stack STACK = Stack.of("TranslateQueue");

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  // The first minute of Monday in Seoul.
  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-22T15:00:00Z"));
  private final Dispatch dispatch = Dispatch.of(STACK, clock);
  private final ArrayNode records = Json.MAPPER.createArrayNode();

  @BeforeEach
  void clear() {
    STACK.clear();
  }

  @Test
  void asksOnceForADayHoweverManyDishesAreNew() {
    change("2026-11-23", null, "라면");
    change("2026-11-23", null, "국밥");
    change("2026-11-24", "국밥", "떡국");
    dispatch();
    assertThat(requests())
        .containsExactlyInAnyOrder(
            new TranslateMenu(MONDAY, Language.EN_US),
            new TranslateMenu(MONDAY, Language.ZH),
            new TranslateMenu(MONDAY.plusDays(1), Language.EN_US),
            new TranslateMenu(MONDAY.plusDays(1), Language.ZH));
  }

  @Test
  void asksForNothingWhenTheDishesStay() {
    change("2026-11-23", "라면", "라면");
    change("2026-11-23", "라면", null);
    dispatch();
    assertThat(requests()).isEmpty();
  }

  @Test
  @DisplayName("What has a date and a text is no menu in another table")
  void asksForNothingForARecordOfAnotherTable() {
    String foreign =
        dispatch.recorded("dispatcher-menus").toString().replace("MenuTable", "VoteTable");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> dispatch.handle(Json.MAPPER.readTree(foreign)))
        .withMessageContaining("VoteTable");
    assertThat(requests()).isEmpty();
  }

  @Test
  void asksForNothingOfDaysThatArePast() {
    change("2026-11-22", null, "라면");
    dispatch();
    assertThat(requests()).isEmpty();
  }

  @Test
  void takesTheRecordedEvent() {
    assertThat(dispatch.handle(dispatch.recorded("dispatcher-menus"))).isEmpty();
    assertThat(requests()).hasSize(2);
  }

  private void change(String date, String before, String now) {
    ObjectNode change = dispatch.change(records, "MENU_TABLE");
    if (before != null) {
      image(change.putObject("OldImage"), date, before);
    }
    if (now != null) {
      image(change.putObject("NewImage"), date, now);
    }
  }

  private static void image(ObjectNode image, String date, String text) {
    image.putObject("date").put("S", date);
    image.putObject("corner").put("S", "한울식당#석식");
    image.putObject("place").put("N", "0");
    image.putObject("cafeteria").put("S", "한울식당");
    image.putObject("name").put("S", "석식");
    image.putObject("text").put("S", text);
    image.putObject("price").put("S", "3900");
  }

  private void dispatch() {
    assertThat(dispatch.handle(records)).isEmpty();
  }

  private List<TranslateWork> requests() {
    return dispatch.messages("TranslateQueue", TranslateWork.class);
  }
}
