package app.oegukmin.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.notice.SearchService.Budget;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.NoticeId;
import app.oegukmin.shared.notice.NoticeRow;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.notice.NoticeTextTable;
import app.oegukmin.testkit.AwsCalls;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** What a search may cost, and that nothing is lost where it stops. */
@Tag("process")
class SearchCostTest {

  @RegisterExtension static final Stack STACK = Board.tables();

  private static final String ENDPOINT = "aws.endpointUrlDynamoDb";
  private static final Duration TIME = Duration.ofSeconds(4);

  private final FakeClock clock = new FakeClock(Instant.EPOCH);
  private final List<NoticeRow> found = new ArrayList<>();
  private Board board;

  @BeforeEach
  void open() {
    STACK.clear();
    board = Board.on(STACK);
  }

  @Test
  void stopsAsSoonAsAPageIsFull() {
    for (int number = 1; number <= 20; number++) {
      board.publish(number);
    }
    AwsCalls.forget();
    search(3, "공지", 0);

    assertThat(AwsCalls.operations()).containsExactly("Query", "BatchGetItem");
  }

  @Test
  void asksNoListForWhatItHasNotFound() {
    board.publish(1);
    AwsCalls.forget();
    search(3, "없는 말", 0);

    assertThat(AwsCalls.operations()).containsExactly("Query");
  }

  @Test
  void endsEarlyWhenItsReadsAreUsedUpAndGoesOnFromThere() {
    for (int number = 1; number <= 130; number++) {
      board.publish(number, number % 26 == 0 ? "장학 " + number : "점검", "본문");
    }
    NoticeListView first = search(1, "장학", 0);
    assertThat(first.hasNext()).isTrue();
    assertThat(first.announcements()).hasSize(4);
    assertThat(first.lastCursorId()).isLessThan(first.announcements().getLast().id());

    NoticeListView second = search(1, "장학", first.lastCursorId());
    assertThat(second.hasNext()).isFalse();
    assertThat(second.lastCursorId()).isNull();
    assertThat(found)
        .extracting(NoticeRow::title)
        .containsExactly("장학 130", "장학 104", "장학 78", "장학 52", "장학 26");
  }

  @Test
  void readsNoMoreThanItMay() {
    fillTexts(1_150);
    AwsCalls.forget();
    assertThat(search(2, "없는 말", 0).hasNext()).isTrue();
    assertThat(AwsCalls.operations()).containsExactly("Query", "Query");

    AwsCalls.forget();
    assertThat(search(9, "없는 말", 0).hasNext()).isFalse();
    assertThat(AwsCalls.operations()).containsExactly("Query", "Query", "Query");
  }

  /** One text by the table's own way; the others are its copies, 25 in a request. */
  private static void fillTexts(int rows) {
    texts(STACK.dynamodb()).put(id(1), "학사공지", "점검", "본문");
    String table = STACK.table("NoticeTextTable");
    Map<String, AttributeValue> first =
        STACK.dynamodb().scan(scan -> scan.tableName(table)).items().getFirst();
    for (int row = 2; row <= rows; row += 25) {
      List<WriteRequest> copies =
          IntStream.rangeClosed(row, Math.min(row + 24, rows))
              .mapToObj(number -> copy(first, id(number)))
              .toList();
      STACK.dynamodb().batchWriteItem(write -> write.requestItems(Map.of(table, copies)));
    }
  }

  private static NoticeId id(int number) {
    return new NoticeId(NoticeId.article(LocalDate.EPOCH, 1, number), Language.KO);
  }

  private static WriteRequest copy(Map<String, AttributeValue> row, NoticeId id) {
    Map<String, AttributeValue> copy = new HashMap<>(row);
    copy.put("id", AttributeValue.fromN(Long.toString(id.value())));
    return WriteRequest.builder().putRequest(put -> put.item(copy)).build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ThrottlingException", "ProvisionedThroughputExceededException"})
  void endsEarlyWhenOthersUseUpWhatTheTableGives(String code) {
    for (int number = 1; number <= 130; number++) {
      board.publish(number, number % 26 == 0 ? "장학 " + number : "점검", "본문");
    }
    NoticeListView first = search(texts(new BusyTable(1, code).client()), 9, "장학", 0);
    assertThat(first.hasNext()).isTrue();
    assertThat(first.announcements()).hasSize(4);

    search(9, "장학", first.lastCursorId());
    assertThat(found).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("F-35: a search that takes too long ends early, and goes on from there")
  void f35_beginsNoReadAfterItsTime() {
    for (int number = 1; number <= 130; number++) {
      board.publish(number, number == 1 ? "장학" : "점검", "본문");
    }
    NoticeTextTable slow = texts(new SlowTable(clock, TIME).client());
    AwsCalls.forget();
    NoticeListView first = search(slow, 9, "장학", 0);
    assertThat(AwsCalls.operations()).containsExactly("Query");
    assertThat(first.hasNext()).isTrue();
    assertThat(first.announcements()).isEmpty();

    assertThat(search(slow, 9, "장학", first.lastCursorId()).hasNext()).isFalse();
    assertThat(found).extracting(NoticeRow::title).containsExactly("장학");
  }

  @Test
  @DisplayName("F-35: what a table does not say in time is for the next request")
  void f35_isToldToWaitWhenTheTableDoesNotRespond() throws IOException {
    String endpoint = System.getProperty(ENDPOINT);
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      System.setProperty(ENDPOINT, "http://127.0.0.1:" + silent.getLocalPort());
      try (var client = Dynamo.impatient(new Environment(Map.of()), Duration.ofMillis(200))) {
        assertThatThrownBy(() -> search(texts(client), 9, "장학", 0))
            .isInstanceOfSatisfying(
                ApiException.class,
                refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE));
      }
    } finally {
      System.setProperty(ENDPOINT, endpoint);
    }
  }

  @Test
  void isToldToWaitWhenTheTableGivesNothing() {
    NoticeTextTable busy = texts(new BusyTable(0, "ThrottlingException").client());
    assertThatThrownBy(() -> search(busy, 9, "장학", 0))
        .isInstanceOfSatisfying(
            ApiException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE);
              assertThat(refusal.retryAfter()).isPositive();
            });
  }

  @Test
  void doesNotTakeAnotherFailureForThat() {
    NoticeTextTable broken = texts(new BusyTable(0, "ResourceNotFoundException").client());
    assertThatThrownBy(() -> search(broken, 9, "장학", 0)).isInstanceOf(DynamoDbException.class);
  }

  private NoticeListView search(int reads, String word, long cursor) {
    return search(texts(STACK.dynamodb()), reads, word, cursor);
  }

  private NoticeListView search(NoticeTextTable texts, int reads, String word, long cursor) {
    NoticeTable lists = new NoticeTable(STACK.dynamodb(), STACK.table("NoticeTable"));
    NoticeListView page =
        new SearchService(texts, lists, new Budget(reads, TIME), clock)
            .search("", "KO", word, cursor);
    found.addAll(page.announcements());
    return page;
  }

  private static NoticeTextTable texts(DynamoDbClient client) {
    return new NoticeTextTable(client, STACK.table("NoticeTextTable"));
  }
}
