package app.oegukmin.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.menu.MenuTranslationRequest;
import app.oegukmin.shared.notice.Language;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MenuDispatchTest {

  @RegisterExtension static final Stack STACK = Stack.of("TranslateQueue");

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  // The first minute of Monday in Seoul.
  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-22T15:00:00Z"));
  private final ArrayNode records = Json.MAPPER.createArrayNode();

  @BeforeEach
  void clear() {
    STACK.clear();
  }

  @Test
  void asksOnceForADayHoweverManyDishesAreNew() throws IOException {
    change("2026-11-23", null, "라면");
    change("2026-11-23", null, "국밥");
    change("2026-11-24", "국밥", "떡국");
    dispatch();
    assertThat(requests())
        .containsExactlyInAnyOrder(
            new MenuTranslationRequest(MONDAY, Language.EN_US),
            new MenuTranslationRequest(MONDAY, Language.ZH),
            new MenuTranslationRequest(MONDAY.plusDays(1), Language.EN_US),
            new MenuTranslationRequest(MONDAY.plusDays(1), Language.ZH));
  }

  @Test
  void asksForNothingWhenTheDishesStay() throws IOException {
    change("2026-11-23", "라면", "라면");
    change("2026-11-23", "라면", null);
    dispatch();
    assertThat(requests()).isEmpty();
  }

  @Test
  void asksForNothingOfDaysThatArePast() throws IOException {
    change("2026-11-22", null, "라면");
    dispatch();
    assertThat(requests()).isEmpty();
  }

  @Test
  void takesTheRecordedEvent() throws IOException {
    Path file = Path.of(System.getProperty("project.root"), "events", "dispatcher-menus.json");
    dispatch(Json.MAPPER.readTree(Files.readString(file)));
    assertThat(requests()).hasSize(2);
  }

  private void change(String date, String before, String now) {
    ObjectNode change = records.addObject().putObject("dynamodb");
    change.put("SequenceNumber", Integer.toString(records.size()));
    change.putObject("Keys").putObject("date").put("S", date);
    if (before != null) {
      change.putObject("OldImage").putObject("text").put("S", before);
    }
    if (now != null) {
      change.putObject("NewImage").putObject("text").put("S", now);
    }
  }

  private void dispatch() throws IOException {
    dispatch(Json.MAPPER.createObjectNode().set("Records", records));
  }

  private void dispatch(JsonNode event) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new DispatcherHandler(STACK.environment("DispatcherFunction"), clock)
        .handleRequest(
            new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(event)), answer, null);
    assertThat(answer).hasToString("{\"batchItemFailures\":[]}");
  }

  private static List<MenuTranslationRequest> requests() {
    String queue = STACK.queue("TranslateQueue");
    return STACK
        .sqs()
        .receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(10))
        .messages()
        .stream()
        .map(message -> MenuTranslationRequest.parse(message.body()))
        .flatMap(Optional::stream)
        .toList();
  }
}
