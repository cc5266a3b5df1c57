package app.oegukmin.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.oegukmin.shared.valkey.Generation;
import app.oegukmin.shared.valkey.Valkey;
import app.oegukmin.testkit.Stack;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IndexerHandlerTest {

  @RegisterExtension
  static final Stack STACK =
      Stack.of("NoticeBodyTable", "DocumentTable", "NoticeTextTable").withValkey();

  @BeforeEach
  void clear() {
    STACK.clear();
  }

  @Test
  void raisesTheGenerationOfTheListsOncePerBatch() throws IOException {
    IndexerHandler handler = new IndexerHandler(environment());
    assertThat(handle(handler, recorded())).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(generation()).contains(1L);
    handle(handler, "{\"Records\":[{},{},{}]}");
    assertThat(generation()).contains(2L);
  }

  @Test
  void forgetsTheMarkersOfThoseWhoseBansHaveChanged() throws IOException {
    STACK.valkey().set("{u:uid-1}:bans", "none");
    STACK.valkey().set("{u:uid-2}:bans", "none");
    handle(new IndexerHandler(environment()), recorded("indexer-bans"));
    assertThat(STACK.valkey().exists("{u:uid-1}:bans")).isFalse();
    assertThat(STACK.valkey().exists("{u:uid-2}:bans")).isTrue();
    assertThat(generation()).contains(0L);
  }

  @Test
  void raisesTheGenerationOfTheMenusForTheirTableAlone() throws IOException {
    handle(new IndexerHandler(environment()), recorded("indexer-menus"));
    assertThat(generation("menu")).contains(1L);
    assertThat(generation()).contains(0L);
    handle(new IndexerHandler(environment()), recorded());
    assertThat(generation("menu")).contains(1L);
  }

  @Test
  void leavesTheCacheAloneWhenNothingHasChanged() throws IOException {
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
  void forgetsNothingWithoutACache() throws IOException {
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

  private static String recorded() throws IOException {
    return recorded("indexer-notices");
  }

  private static String recorded(String event) throws IOException {
    return Files.readString(Path.of(System.getProperty("project.root"), "events", event + ".json"));
  }

  private static String handle(IndexerHandler handler, String event) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, null);
    return answer.toString(StandardCharsets.UTF_8);
  }
}
