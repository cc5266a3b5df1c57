package app.oegukmin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.notice.Reader.Response;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.NoticeRow;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.valkey.Generation;
import app.oegukmin.shared.valkey.Valkey;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists through the cache; rows taken out of the table show which of the two was read. */
@Tag("process")
class NoticeCacheTest {

  @RegisterExtension static final Stack STACK = Board.tables().withValkey();

  private final Valkey valkey = new Valkey(STACK.valkeyEndpoint(), false, Clock.systemUTC());
  private final Generation generation = new Generation(valkey, NoticeTable.CACHE);
  private Board board;
  private Reader reader;

  @BeforeEach
  void open() {
    STACK.clear();
    board = Board.on(STACK);
    reader = reader(STACK.environment("NoticeFunction"));
  }

  @AfterEach
  void close() {
    valkey.close();
  }

  @Test
  void answersAnEqualRequestWithoutTheTable() throws IOException {
    for (int number = 1; number <= 11; number++) {
      board.publish(number);
    }
    Response first = reader.list();
    board.forgetLists();

    assertThat(first.notices()).hasSize(10);
    assertThat(reader.list()).isEqualTo(first);
    assertThat(reader(STACK.environment("NoticeFunction")).list()).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"type=학사공지", "language=ZH", "cursor=9007199254740991"})
  void keepsPagesApart(String parameter) throws IOException {
    board.publish(1);
    reader.list();
    board.forgetLists();
    int equals = parameter.indexOf('=');

    assertThat(
            reader
                .list(Map.of(parameter.substring(0, equals), parameter.substring(equals + 1)))
                .notices())
        .isEmpty();
  }

  @Test
  void asksTheTableAgainWhenTheGenerationIsRaised() throws IOException {
    board.publish(1);
    reader.list();
    board.publish(2);
    assertThat(reader.list().titles()).containsExactly("공지 1");

    assertThat(generation.raise()).isTrue();
    assertThat(reader.list().titles()).containsExactly("공지 2", "공지 1");
  }

  @Test
  void keepsNothingOfATypeThatHasNoNotices() throws IOException {
    reader.list(Map.of("type", "없는공지"));
    assertThat(STACK.valkey().keys("*")).isEmpty();

    board.publish(1, "없는공지");
    assertThat(reader.list(Map.of("type", "없는공지")).titles()).containsExactly("공지 1");
  }

  @Test
  void keepsOnePageForAllSpellingsOfItsType() throws IOException {
    board.publish(1, "SW 학사공지");
    reader.list(Map.of("type", "SW 학사공지"));
    reader.list(Map.of("type", "sw 학사공지"));

    assertThat(STACK.valkey().keys("*")).hasSize(1);
  }

  @Test
  void keepsNothingForEver() throws IOException {
    board.publish(1);
    reader.list();

    assertThat(STACK.valkey().keys("*"))
        .hasSize(1)
        .allSatisfy(key -> assertThat(STACK.valkey().ttl(key)).isBetween(1L, 300L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "garbage", "null", "[]", "{", "{}", "{\"announcements\":null}"})
  void takesADamagedEntryForAMiss(String damaged) throws IOException {
    board.publish(1);
    Response first = reader.list();
    STACK.valkey().keys("*").forEach(key -> STACK.valkey().set(key, "0 " + damaged));

    assertThat(reader.list()).isEqualTo(first);
  }

  @Test
  void answersFromTheTableWhenValkeyIsDown() throws IOException {
    board.publish(1);
    Map<String, String> environment = new HashMap<>(STACK.environment("NoticeFunction"));
    environment.put("CACHE_ENDPOINT", "127.0.0.1:" + closedPort());
    Reader uncached = reader(environment);

    assertThat(uncached.list().titles()).containsExactly("공지 1");
    board.publish(2);
    assertThat(uncached.list().titles()).containsExactly("공지 2", "공지 1");
  }

  @Test
  void aSlowReaderCannotPutBackWhatIsStale() {
    NoticeCache cache = new NoticeCache(valkey);
    NoticeListView stale = page("옛 제목");
    NoticeListView fresh = page("새 제목");

    NoticeListView slow =
        ask(
            cache,
            () -> {
              generation.raise();
              return stale;
            });

    assertThat(slow).isEqualTo(stale);
    assertThat(ask(cache, () -> fresh)).isEqualTo(fresh);
    assertThat(ask(cache, () -> stale)).isEqualTo(fresh);
  }

  private static NoticeListView ask(NoticeCache cache, Supplier<NoticeListView> table) {
    return cache
        .page(
            new NoticeList(Language.KO, NoticeTable.ALL),
            Long.MAX_VALUE,
            () -> new NoticeSlice(table.get(), true))
        .view();
  }

  private static NoticeListView page(String title) {
    NoticeRow row = new NoticeRow(4, title, "학사공지", "2026-10-03", "교무팀", "홍길동");
    return new NoticeListView(null, false, List.of(row));
  }

  private static Reader reader(Map<String, String> environment) {
    return new Reader(new NoticeHandler(environment, Clock.systemUTC()));
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
