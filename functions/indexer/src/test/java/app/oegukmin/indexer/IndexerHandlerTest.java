package app.oegukmin.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.oegukmin.shared.chat.Room;
import app.oegukmin.shared.chat.RoomTable;
import app.oegukmin.shared.chat.Seat;
import app.oegukmin.shared.chat.Wakes;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.valkey.Generation;
import app.oegukmin.shared.valkey.Valkey;
import app.oegukmin.testkit.LambdaJson;
import app.oegukmin.testkit.Stack;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("process")
class IndexerHandlerTest {

  @RegisterExtension static final Stack STACK = Stack.of("RoomTable").withValkey();

  @BeforeEach
  void clear() {
    STACK.clear();
  }

  @Test
  void raisesTheGenerationOfTheListsOncePerBatch() {
    IndexerHandler handler = new IndexerHandler(environment());
    assertThat(handle(handler, recorded())).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(generation()).contains(1L);
    String row = recorded().replaceFirst("(?s)^.*?\\[(.*)].*$", "$1");
    handle(handler, "{\"Records\":[" + String.join(",", row, row, row) + "]}");
    assertThat(generation()).contains(2L);
  }

  @Test
  void forgetsTheMarkersOfThoseWhoseBansHaveChanged() {
    STACK.valkey().set("{u:uid-1}:bans", "none");
    STACK.valkey().set("{u:uid-2}:bans", "none");
    handle(new IndexerHandler(environment()), recorded("indexer-bans"));
    assertThat(STACK.valkey().exists("{u:uid-1}:bans")).isFalse();
    assertThat(STACK.valkey().exists("{u:uid-2}:bans")).isTrue();
    assertThat(generation()).contains(0L);
  }

  @Test
  void raisesTheGenerationOfTheMenusForTheirTableAlone() {
    handle(new IndexerHandler(environment()), recorded("indexer-menus"));
    assertThat(generation("menu")).contains(1L);
    assertThat(generation()).contains(0L);
    handle(new IndexerHandler(environment()), recorded());
    assertThat(generation("menu")).contains(1L);
  }

  @Test
  void raisesTheGenerationOfTheQuestions() {
    handle(new IndexerHandler(environment()), recorded("indexer-questions"));
    assertThat(generation("question")).contains(1L);
    assertThat(generation("answers:376224768000001")).contains(0L);
  }

  @Test
  @DisplayName("D-C2: a message wakes its room's other member once a batch, however often it comes")
  void dC2_wakesThePartnerOfASender() {
    Room room =
        Room.of(376224768000005L, new Seat("uid-1", "p1"), new Seat("uid-2", "p2"), Instant.EPOCH);
    Transaction transaction = new Transaction(STACK.dynamodb());
    new RoomTable(STACK.dynamodb(), STACK.table("RoomTable")).put(transaction, room);
    transaction.write();
    String row = recorded("indexer-messages").replaceFirst("(?s)^.*?\\[(.*)].*$", "$1");
    String unknown = row.replace("376224768000005", "7");
    String batch = "{\"Records\":[" + String.join(",", row, row, unknown) + "]}";

    assertThat(handle(new IndexerHandler(environment()), batch))
        .isEqualTo("{\"batchItemFailures\":[]}");

    assertThat(woken("uid-2")).containsExactly("376224768000005");
    assertThat(woken("uid-1")).isEmpty();
  }

  private static List<String> woken(String uid) {
    String stream = Wakes.stream(MemberKey.of(uid));
    return STACK.valkey().xrange(stream, "-", "+").stream()
        .map(entry -> entry.getFields().get(Wakes.ROOM))
        .toList();
  }

  @Test
  void raisesTheGenerationsOfTheAnswersOfEachQuestionOnce() {
    String row = recorded("indexer-answers").replaceFirst("(?s)^.*?\\[(.*)].*$", "$1");
    String place = row.replace("question#376224768000001", "answer#376224768000002");
    String other = row.replace("question#376224768000001", "question#7");
    String batch = "{\"Records\":[" + String.join(",", row, place, row, other) + "]}";
    assertThat(handle(new IndexerHandler(environment()), batch))
        .isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(generation("answers:376224768000001")).contains(1L);
    assertThat(generation("answers:7")).contains(1L);
    assertThat(generation("question")).contains(0L);
  }

  @ParameterizedTest
  @CsvSource({"indexer-notices,NoticeTable", "indexer-menus,MenuTable", "indexer-bans,BanTable"})
  @DisplayName("A record of another table is refused, although its keys look like ours")
  void refusesAForeignTable(String recorded, String table) {
    STACK.valkey().set("{u:uid-1}:bans", "none");
    String event = recorded(recorded).replace(table, "VoteTable");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> handle(new IndexerHandler(environment()), event))
        .withMessageContaining("VoteTable");
    assertThat(generation()).contains(0L);
    assertThat(generation("menu")).contains(0L);
    assertThat(STACK.valkey().exists("{u:uid-1}:bans")).isTrue();
  }

  @Test
  void leavesTheCacheAloneWhenNothingHasChanged() {
    handle(new IndexerHandler(environment()), "{\"Records\":[]}");
    assertThat(generation()).contains(0L);
  }

  @Test
  void failsWhenValkeyCannotBeReachedSoThatTheBatchComesAgain() {
    Map<String, String> environment = new HashMap<>(environment());
    environment.put("CACHE_ENDPOINT", "127.0.0.1:1");
    IndexerHandler handler = new IndexerHandler(environment);
    assertThatIllegalStateException().isThrownBy(() -> handle(handler, recorded()));
    assertThatIllegalStateException()
        .isThrownBy(() -> handle(new IndexerHandler(environment), recorded("indexer-bans")));
  }

  @Test
  void forgetsNothingWithoutACache() {
    Map<String, String> environment = new HashMap<>(environment());
    environment.put("CACHE_ENDPOINT", "");
    assertThat(handle(new IndexerHandler(environment), recorded()))
        .isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(generation()).contains(0L);
  }

  private static Map<String, String> environment() {
    return STACK.environment("IndexerFunction");
  }

  private static Optional<Long> generation() {
    return generation("notice");
  }

  private static Optional<Long> generation(String cache) {
    try (Valkey valkey = new Valkey(STACK.valkeyEndpoint(), false, Clock.systemUTC())) {
      return new Generation(valkey, cache).current();
    }
  }

  private static String recorded() {
    return recorded("indexer-notices");
  }

  private static String recorded(String event) {
    return STACK.event(event);
  }

  private static String handle(IndexerHandler handler, String event) {
    return LambdaJson.write(
        handler.handleRequest(LambdaJson.read(event, DynamodbEvent.class), null));
  }
}
