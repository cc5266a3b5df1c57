package app.oegukmin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.json.Json;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Tag("process")
class CrawlResourceTest {

  @RegisterExtension
  static final Stack STACK =
      Stack.of("NoticeTable", "NoticeBodyTable", "DocumentTable", "CrawlOrderTable");

  private NoticeHandler handler;

  @BeforeEach
  void open() {
    STACK.clear();
    handler = new NoticeHandler(STACK.environment("NoticeFunction"), Clock.systemUTC());
  }

  @Test
  @DisplayName("Contract §6.2: POST /announcement/test responds 200 without a body")
  void anAdministratorOrdersACrawl() throws IOException {
    JsonNode answer = ask("ROLE_ADMIN");

    assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
    assertThat(answer.path("body").asText("")).isEmpty();
    assertThat(orders())
        .singleElement()
        .satisfies(order -> assertThat(order.get("work").s()).isEqualTo("notices"));
  }

  @Test
  void everyOrderChangesTheTable() throws IOException {
    ask("ROLE_ADMIN");
    var first = orders();
    while (orders().equals(first)) {
      ask("ROLE_ADMIN");
    }

    assertThat(orders()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ROLE_USER", ""})
  @DisplayName("D-S9: nobody else may")
  void dS9_nobodyElseMay(String role) throws IOException {
    JsonNode answer = ask(role);

    assertThat(answer.path("statusCode").asInt()).isEqualTo(403);
    assertThat(answer.path("body").asText()).contains("C006");
    assertThat(orders()).isEmpty();
  }

  private JsonNode ask(String role) throws IOException {
    Path recorded = Path.of(System.getProperty("project.root"), "events", "notice-crawl.json");
    ObjectNode event = (ObjectNode) Json.MAPPER.readTree(Files.readString(recorded));
    ((ObjectNode) event.at("/requestContext/authorizer")).put("role", role);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(event)), answer, null);
    return Json.MAPPER.readTree(answer.toByteArray());
  }

  private static List<Map<String, AttributeValue>> orders() {
    return STACK
        .dynamodb()
        .scanPaginator(r -> r.tableName(STACK.table("CrawlOrderTable")))
        .items()
        .stream()
        .toList();
  }
}
