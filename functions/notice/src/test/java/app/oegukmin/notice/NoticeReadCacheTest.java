package app.oegukmin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.notice.Reader.Response;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.Article;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.valkey.Generation;
import app.oegukmin.shared.valkey.Valkey;
import app.oegukmin.testkit.AwsCalls;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Notices in full through the cache, what a miss costs, and what is never kept. */
@Tag("process")
class NoticeReadCacheTest {

  @RegisterExtension static final Stack STACK = Board.tables().withValkey();

  private final Valkey valkey = new Valkey(STACK.valkeyEndpoint(), false, Clock.systemUTC());
  private Board board;
  private Reader reader;

  @BeforeEach
  void open() {
    STACK.clear();
    board = Board.on(STACK);
    reader = new Reader(new NoticeHandler(STACK.environment("NoticeFunction"), Clock.systemUTC()));
    valkey.ask(connection -> connection.ping());
  }

  @AfterEach
  void close() {
    valkey.close();
  }

  @Test
  @DisplayName("F-60: a notice in full is read from its table once")
  void f60_servesANoticeWithoutItsTable() throws IOException {
    long id = Board.id(board.publish(1), Language.KO);
    Response first = reader.read(id);
    board.forgetBodies();
    AwsCalls.forget();

    assertThat(first.status()).isEqualTo(200);
    assertThat(reader.read(id)).isEqualTo(first);
    assertThat(AwsCalls.operations()).isEmpty();
  }

  @Test
  @DisplayName("F-60: an edit is served once the indexer has raised the generation")
  void f60_asksTheTableAgainWhenTheGenerationIsRaised() throws IOException {
    Article article = board.publish(1, "안내", "옛 기간");
    long id = Board.id(article, Language.KO);
    reader.read(id);
    board.revise(article, 1, "학사공지", "안내", "새 기간");
    new Generation(valkey, NoticeTable.CACHE).raise();

    assertThat(document(reader.read(id))).isEqualTo("<p>새 기간</p>");
  }

  @Test
  @DisplayName("F-60: a document of more than 100 KB is not kept")
  void f60_keepsDocumentsUpToAHundredKilobytes() throws IOException {
    int tags = "<p></p>".length();
    long kept = Board.id(board.publish(1, "안내", "a".repeat(100_000 - tags)), Language.KO);
    long tooLong = Board.id(board.publish(2, "안내", "a".repeat(100_001 - tags)), Language.KO);
    assertThat(reader.read(tooLong).status()).isEqualTo(200);
    assertThat(STACK.valkey().keys("*")).isEmpty();

    reader.read(kept);
    assertThat(STACK.valkey().keys("*")).hasSize(1);
  }

  @Test
  @DisplayName("F-60: a damaged entry is a miss")
  void f60_takesADamagedEntryForAMiss() throws IOException {
    long id = Board.id(board.publish(1), Language.KO);
    Response first = reader.read(id);
    for (String damaged : new String[] {"", "garbage", "null", "[]", "{", "{}"}) {
      STACK.valkey().keys("*").forEach(key -> STACK.valkey().set(key, "0 " + damaged));
      assertThat(reader.read(id)).as(damaged).isEqualTo(first);
    }
  }

  @Test
  @DisplayName("F-37: what a caller makes up is not kept")
  void f37_keepsNothingThatACallerMadeUp() throws IOException {
    long id = Board.id(board.publish(1), Language.KO);
    board.publish(2);
    for (long made : LongStream.rangeClosed(id - 20, id + 20).toArray()) {
      if (made != id) {
        reader.list(Map.of("cursor", Long.toString(made)));
      }
      reader.read(made + 1_000);
    }
    assertThat(STACK.valkey().keys("*")).isEmpty();
  }

  @Test
  @DisplayName("F-37: pages that a reader comes to are kept")
  void f37_keepsThePagesThatAreReachedByPaging() throws IOException {
    for (int number = 1; number <= 25; number++) {
      board.publish(number);
    }
    String cursor = "0";
    while (!cursor.isEmpty()) {
      cursor = reader.list(Map.of("cursor", cursor)).response().path("lastCursorId").asText("");
    }
    assertThat(STACK.valkey().keys("*")).hasSize(3);
  }

  @Test
  @DisplayName("F-37: a miss takes three round trips to Valkey and at most two to DynamoDB")
  void f37_countsTheRoundTripsOfAMiss() throws IOException {
    long small = Board.id(board.publish(1), Language.KO);
    long large = Board.id(board.publish(2, "안내", random(700_000)), Language.KO);
    // Opens the connection.
    reader.read(1);

    assertThat(valkeyTrips(() -> reader.list())).isEqualTo(3);
    assertThat(AwsCalls.operations()).containsExactly("Query");
    assertThat(valkeyTrips(() -> reader.read(small))).isEqualTo(3);
    assertThat(AwsCalls.operations()).containsExactly("GetItem");
    assertThat(valkeyTrips(() -> reader.read(large))).isEqualTo(3);
    assertThat(AwsCalls.operations()).containsExactly("GetItem", "BatchGetItem");
    assertThat(valkeyTrips(() -> reader.read(small))).as("a hit").isEqualTo(1);
    assertThat(AwsCalls.operations()).isEmpty();
  }

  /** A request. */
  private interface Request {
    Response send() throws IOException;
  }

  private static long valkeyTrips(Request request) throws IOException {
    AwsCalls.forget();
    long before = STACK.valkeyRequests();
    assertThat(request.send().status()).isEqualTo(200);
    return STACK.valkeyRequests() - before - 1;
  }

  private static String document(Response answer) {
    return answer.response().path("document").asText();
  }

  /** Text that gzip makes half as long. */
  private static String random(int length) {
    byte[] bytes = new byte[length / 2];
    new Random(7).nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
