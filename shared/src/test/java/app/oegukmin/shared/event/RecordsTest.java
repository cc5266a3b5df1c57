package app.oegukmin.shared.event;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordsTest {

  private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
  private final List<String> seen = new ArrayList<>();

  @Test
  void namesOnlyTheMessagesThatFailed() throws IOException {
    Records.messages(messages("a", "b", "c"), answer, message -> see(message.path("messageId")));
    assertThat(seen).containsExactly("a", "b", "c");
    assertThat(answer()).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"}]}");
  }

  @Test
  void answersAnEmptyListWhenAllIsDone() throws IOException {
    Records.messages(messages("a", "c"), answer, message -> see(message.path("messageId")));
    assertThat(answer()).isEqualTo("{\"batchItemFailures\":[]}");
  }

  @Test
  void stopsAStreamAtTheFirstFailureSoThatOrderIsKept() throws IOException {
    JsonNode event =
        Json.MAPPER.readTree(
            """
            {"Records":[{"dynamodb":{"SequenceNumber":"a"}},{"dynamodb":{"SequenceNumber":"b"}},
            {"dynamodb":{"SequenceNumber":"c"}}]}""");
    Records.changes(event, answer, change -> see(change.path("dynamodb").path("SequenceNumber")));
    assertThat(seen).containsExactly("a", "b");
    assertThat(answer()).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"}]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"Records\":[]}                               | true",
        " { \"Records\" : [{\"messageId\":\"a\"}] }     | true",
        "{\"resource\":\"/api\",\"Records\":[]}        | false",
        "{\"httpMethod\":\"POST\",\"body\":\"Records\"} | false",
        "{}                                           | false",
        "[]                                           | false"
      })
  void tellsABatchFromARequest(String event, boolean batch) throws IOException {
    assertThat(Records.isBatch(event.getBytes(StandardCharsets.UTF_8))).isEqualTo(batch);
  }

  private void see(JsonNode id) {
    seen.add(id.asText());
    if (id.asText().equals("b")) {
      throw new IllegalStateException("b is bad");
    }
  }

  private static JsonNode messages(String... ids) {
    var event = Json.MAPPER.createObjectNode();
    var records = event.putArray("Records");
    for (String id : ids) {
      records.addObject().put("messageId", id).put("body", "{}");
    }
    return event;
  }

  private String answer() {
    return answer.toString(StandardCharsets.UTF_8);
  }
}
