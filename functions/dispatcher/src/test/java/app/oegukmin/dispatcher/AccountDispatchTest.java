package app.oegukmin.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.member.MemberRemoval;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.model.Message;

class AccountDispatchTest {

  @RegisterExtension static final Stack STACK = Stack.of("TranslateQueue", "RemovalQueue");

  private static final MemberRemoval REMOVAL =
      new MemberRemoval(
          "Zk3pQ9rT1xYw7LmN5vB2cD8eF4g1", "pV8dQ2mX7rK1sT4wY9zBcA", "2026-11-20T09:00:00");

  @BeforeEach
  void clear() {
    STACK.clear();
  }

  @Test
  void hasADeletedAccountRemoved() throws IOException {
    assertThat(failures(dispatch(environment(), recorded()))).isEmpty();
    assertThat(removals()).containsExactly(REMOVAL);
    assertThat(messages("TranslateQueue")).isEmpty();
  }

  @Test
  void overlooksEveryOtherChangeOfAnAccount() throws IOException {
    ObjectNode event = recorded();
    ((ObjectNode) event.at("/Records/0/dynamodb/NewImage")).remove("deletedDate");
    assertThat(failures(dispatch(environment(), event))).isEmpty();
    ((ObjectNode) event.at("/Records/0/dynamodb")).remove("NewImage");
    assertThat(failures(dispatch(environment(), event))).isEmpty();
    assertThat(removals()).isEmpty();
  }

  @Test
  void failsWhenTheQueueIsGone() throws IOException {
    Map<String, String> gone = new HashMap<>(environment());
    gone.put("REMOVAL_QUEUE_URL", STACK.queue("RemovalQueue") + "-gone");
    assertThat(failures(dispatch(gone, recorded()))).hasSize(1);
  }

  private static Map<String, String> environment() {
    return STACK.environment("DispatcherFunction");
  }

  private static ObjectNode recorded() throws IOException {
    Path file = Path.of(System.getProperty("project.root"), "events", "dispatcher-accounts.json");
    return (ObjectNode) Json.MAPPER.readTree(Files.readString(file));
  }

  private static JsonNode dispatch(Map<String, String> environment, JsonNode event)
      throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new DispatcherHandler(environment)
        .handleRequest(
            new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(event)), answer, null);
    return Json.MAPPER.readTree(answer.toByteArray());
  }

  private static JsonNode failures(JsonNode answer) {
    return answer.path("batchItemFailures");
  }

  private static List<MemberRemoval> removals() {
    return messages("RemovalQueue").stream().map(MemberRemoval::parse).toList();
  }

  private static List<String> messages(String queue) {
    return STACK
        .sqs()
        .receiveMessage(r -> r.queueUrl(STACK.queue(queue)).maxNumberOfMessages(10))
        .messages()
        .stream()
        .map(Message::body)
        .toList();
  }
}
