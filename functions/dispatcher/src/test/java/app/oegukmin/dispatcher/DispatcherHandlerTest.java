package app.oegukmin.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.notice.Language;
import app.oegukmin.shared.notice.TranslationRequest;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.model.Message;

class DispatcherHandlerTest {

  @RegisterExtension static final Stack STACK = Stack.of("TranslateQueue");

  // Noon in Seoul: thirty days ago it was 21 October.
  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-20T03:00:00Z"));
  private final ArrayNode records = Json.MAPPER.createArrayNode();

  @BeforeEach
  void clear() {
    STACK.clear();
  }

  @Test
  void asksForEachLanguageOfANewArticle() throws IOException {
    change(77, null, "new", "2026-11-19");
    assertThat(dispatch()).isEmpty();
    assertThat(requests())
        .containsExactlyInAnyOrder(
            new TranslationRequest(77, "new", Language.EN_US),
            new TranslationRequest(77, "new", Language.ZH));
  }

  @Test
  void takesTheRecordedEvent() throws IOException {
    Path file = Path.of(System.getProperty("project.root"), "events", "dispatcher-articles.json");
    assertThat(dispatch(environment(), Json.MAPPER.readTree(Files.readString(file)))).isEmpty();
    assertThat(requests())
        .extracting(TranslationRequest::key)
        .containsExactlyInAnyOrder("175244025847617:5f2b:EN-US", "175244025847617:5f2b:ZH");
  }

  @Test
  void leavesAnArticleInKoreanThatIsOldAtFirstSight() throws IOException {
    change(77, null, "new", "2026-10-20");
    change(78, null, "new", "2026-10-21");
    assertThat(dispatch()).isEmpty();
    assertThat(requests()).extracting(TranslationRequest::article).containsOnly(78L);
  }

  @Test
  void countsDaysAsSeoulDoes() throws IOException {
    // 15:30 in Greenwich is past midnight in Seoul.
    clock.advance(Duration.ofHours(12).plusMinutes(30));
    change(77, null, "new", "2026-10-21");
    dispatch();
    assertThat(requests()).isEmpty();
  }

  @Test
  void countsAsManyDaysAsTheTemplateSays() throws IOException {
    change(77, null, "new", "2026-11-18");
    Map<String, String> environment = new HashMap<>(environment());
    environment.put("TRANSLATE_DAYS", "1");
    dispatch(environment, event());
    assertThat(requests()).isEmpty();
  }

  @Test
  void asksAgainForAnEditedArticleHoweverOld() throws IOException {
    change(77, "old", "new", "2025-01-01");
    dispatch();
    assertThat(requests()).hasSize(2).allMatch(request -> request.hash().equals("new"));
  }

  @Test
  void asksForNothingWhenTheVersionIsTheSame() throws IOException {
    change(77, "same", "same", "2026-11-19");
    assertThat(dispatch()).isEmpty();
    assertThat(requests()).isEmpty();
  }

  @Test
  void namesTheFirstRecordThatFailedAndLeavesTheRestForLater() throws IOException {
    change(77, null, "new", "2026-11-19");
    change(78, null, "new", "no date");
    change(79, null, "new", "2026-11-19");
    assertThat(dispatch()).containsExactly("1");
    assertThat(requests()).extracting(TranslationRequest::article).containsOnly(77L);
  }

  @Test
  void failsWhenTheQueueIsGone() throws IOException {
    change(77, null, "new", "2026-11-19");
    Map<String, String> environment = new HashMap<>(environment());
    environment.put("TRANSLATE_QUEUE_URL", STACK.queue("TranslateQueue") + "-gone");
    assertThat(dispatch(environment, event())).containsExactly("0");
  }

  private void change(long article, String before, String now, String written) {
    ObjectNode change = records.addObject().putObject("dynamodb");
    change.put("SequenceNumber", Integer.toString(records.size() - 1));
    image(change.putObject("NewImage"), article, now, written);
    if (before != null) {
      image(change.putObject("OldImage"), article, before, written);
    }
  }

  private static void image(ObjectNode image, long article, String hash, String written) {
    image.putObject("id").put("N", Long.toString(article));
    image.putObject("hash").put("S", hash);
    image.putObject("writtenDate").put("S", written);
  }

  private JsonNode event() {
    return Json.MAPPER.createObjectNode().set("Records", records);
  }

  private static Map<String, String> environment() {
    return STACK.environment("DispatcherFunction");
  }

  private List<String> dispatch() throws IOException {
    return dispatch(environment(), event());
  }

  private List<String> dispatch(Map<String, String> environment, JsonNode event)
      throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new DispatcherHandler(environment, clock)
        .handleRequest(
            new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(event)), answer, null);
    List<String> failures = new ArrayList<>();
    Json.MAPPER
        .readTree(answer.toByteArray())
        .path("batchItemFailures")
        .forEach(failure -> failures.add(failure.path("itemIdentifier").asText()));
    return failures;
  }

  private static List<TranslationRequest> requests() {
    String queue = STACK.queue("TranslateQueue");
    return STACK
        .sqs()
        .receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(10))
        .messages()
        .stream()
        .map(Message::body)
        .map(TranslationRequest::parse)
        .toList();
  }
}
