package app.oegukmin.shared.notice;

import static app.oegukmin.shared.notice.Notices.ACADEMIC;
import static app.oegukmin.shared.notice.Notices.notice;
import static app.oegukmin.shared.notice.Notices.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.oegukmin.shared.dynamo.Requests;
import app.oegukmin.shared.language.Language;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

@Tag("process")
class DocumentTableTest {

  /** About 900 KB when gzipped. */
  private static final String LARGE = random(1_200_000);

  @RegisterExtension static final Stack STACK = NoticeStore.tables();

  private NoticeStore store;
  private DocumentTable documents;

  @BeforeEach
  void clear() {
    STACK.clear();
    store = NoticeStore.of(STACK, new FakeClock(Instant.parse("2026-10-03T00:30:00Z")));
    documents = new DocumentTable(STACK.dynamodb(), STACK.table("DocumentTable"));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1000, 0", "120000, 0", "200000, 1", "460000, 1", "480000, 2", "1200000, 3"})
  void keepsADocumentOfAnySize(int length, int parts) {
    String html = random(length);
    StoredDocument stored = documents.store(html);

    assertThat(documents.load(stored)).isEqualTo(html);
    assertThat(store.items("DocumentTable")).hasSize(parts);
  }

  @Test
  void keepsEveryLetter() {
    String html = "<p>한글 中文 😀 \u0000 \ufeff</p>".repeat(20);

    assertThat(documents.load(documents.store(html))).isEqualTo(html);
  }

  @Test
  void keepsThreeLargeLanguagesOfOneNotice() {
    String english = random(150_000);
    String chinese = random(160_000);
    Article article = store.publish(notice("a", ACADEMIC, "제목", LARGE)).getFirst();
    store.translate(article, Language.EN_US, "Title", english);
    store.translate(article, Language.ZH, "标题", chinese);

    assertThat(store.body(article, Language.KO).document()).isEqualTo(LARGE);
    assertThat(store.body(article, Language.EN_US).document()).isEqualTo(english);
    assertThat(store.body(article, Language.ZH).document()).isEqualTo(chinese);
  }

  @Test
  void replacesALargeDocumentByASmallOneAndBack() {
    Notice large = notice("a", ACADEMIC, "제목", LARGE);
    Notice small = notice("a", ACADEMIC, "제목", "<p>짧은 글</p>");
    Article first = store.publish(large).getFirst();

    store.articles().revise(first, small);
    assertThat(store.body(first, Language.KO).document()).isEqualTo("<p>짧은 글</p>");

    Article second = store.articles().find(List.of(first.url())).get(first.url());
    store.articles().revise(second, large);
    assertThat(store.body(first, Language.KO).document()).isEqualTo(LARGE);
  }

  @Test
  void leavesNothingBehindWhenAnotherRunHasStoredTheSame() {
    store.publish(notice("a", ACADEMIC, "제목", LARGE));

    assertThat(store.articles().publish(notice("a", ACADEMIC, "제목", LARGE), 1, 1)).isEmpty();
    assertThat(store.items("DocumentTable")).hasSize(3);
  }

  @Test
  void storesADocumentOnceHoweverManyIdsAreTaken() {
    store.articles().publish(notice("a", "하나"), 1, 1);
    store.articles().publish(notice("b", "둘"), 1, 2);
    Requests requests = new Requests();
    try (var client = requests.client()) {
      NoticeStore.of(STACK, client, new FakeClock(Instant.EPOCH))
          .publish(notice("c", ACADEMIC, "셋", LARGE));
    }

    assertThat(requests.of(TransactWriteItemsRequest.class)).hasSize(3);
    assertThat(requests.of(PutItemRequest.class)).hasSize(3);
  }

  @Test
  void readsConsistentlySoThatAPartJustWrittenIsThere() {
    Article article = store.publish(notice("a", ACADEMIC, "제목", LARGE)).getFirst();
    Requests requests = new Requests();
    try (var client = requests.client()) {
      NoticeStore.of(STACK, client, new FakeClock(Instant.EPOCH)).body(article, Language.KO);
    }

    assertThat(requests.of(GetItemRequest.class))
        .hasSize(1)
        .allMatch(request -> Boolean.TRUE.equals(request.consistentRead()));
    assertThat(requests.of(BatchGetItemRequest.class))
        .hasSize(1)
        .flatExtracting(request -> request.requestItems().values())
        .hasSize(1)
        .allMatch(keys -> Boolean.TRUE.equals(keys.consistentRead()) && keys.keys().size() == 3);
  }

  @Test
  void saysWhenAPartIsGone() {
    StoredDocument stored = documents.store(LARGE);
    STACK.clear();

    assertThatIllegalStateException().isThrownBy(() -> documents.load(stored));
  }
}
