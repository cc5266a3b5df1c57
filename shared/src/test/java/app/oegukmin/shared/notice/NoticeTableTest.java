package app.oegukmin.shared.notice;

import static app.oegukmin.shared.notice.Notices.ACADEMIC;
import static app.oegukmin.shared.notice.Notices.SCHOLARSHIP;
import static app.oegukmin.shared.notice.Notices.notice;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.dynamo.Requests;
import app.oegukmin.shared.language.Language;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

@Tag("process")
class NoticeTableTest {

  @RegisterExtension static final Stack STACK = NoticeStore.tables();

  private final FakeClock clock = new FakeClock(Instant.parse("2026-10-03T00:30:00Z"));
  private NoticeStore store;

  @BeforeEach
  void clear() {
    STACK.clear();
    store = NoticeStore.of(STACK, clock);
  }

  @Test
  void listsTheNewestFirst() {
    store.publish(notice("a", "하나"), notice("b", "둘"), notice("c", "셋"));

    assertThat(store.page(Language.KO, NoticeTable.ALL))
        .extracting(NoticeRow::title)
        .containsExactly("셋", "둘", "하나");
  }

  @Test
  void holdsNoMoreThanTheLimit() {
    store.publish(notice("a", "하나"), notice("b", "둘"), notice("c", "셋"));

    assertThat(store.lists().page(Language.KO, ACADEMIC, Long.MAX_VALUE, 2))
        .extracting(NoticeRow::title)
        .containsExactly("셋", "둘");
  }

  @Test
  @DisplayName("D-N11: order and cursor are one key: pages neither skip nor repeat")
  void dN11_continuesBelowTheCursor() {
    store.publish(notice("a", "하나"), notice("b", "둘"), notice("c", "셋"), notice("d", "넷"));
    List<String> titles = new ArrayList<>();
    long cursor = Long.MAX_VALUE;
    for (int page = 0; page < 4; page++) {
      NoticeRow only = store.lists().page(Language.ZH, ACADEMIC, cursor, 1).getFirst();
      titles.add(only.title());
      cursor = only.id();
    }

    assertThat(titles).containsExactly("넷", "셋", "둘", "하나");
    assertThat(store.lists().page(Language.ZH, ACADEMIC, cursor, 1)).isEmpty();
  }

  @Test
  void listsOneTypeOrAll() {
    store.publish(
        notice("a", ACADEMIC, "학사", ""),
        notice("b", SCHOLARSHIP, "장학", ""),
        notice("c", ACADEMIC, "학사 둘", ""));

    assertThat(store.page(Language.KO, NoticeTable.ALL)).hasSize(3);
    assertThat(store.page(Language.KO, SCHOLARSHIP))
        .extracting(NoticeRow::title)
        .containsExactly("장학");
  }

  @Test
  @DisplayName("Contract §6.2: a type is known in any case, and shown as it was written")
  void knowsATypeInAnyCase() {
    Article first = store.publish(notice("a", "SW 학사공지", "하나", "")).getFirst();
    assertThat(store.page(Language.KO, "sw 학사공지"))
        .extracting(NoticeRow::type)
        .containsExactly("SW 학사공지");

    assertThat(store.articles().revise(first, notice("a", "sw 학사공지", "하나", ""))).isTrue();
    assertThat(store.page(Language.KO, "SW 학사공지"))
        .extracting(NoticeRow::type)
        .containsExactly("sw 학사공지");
  }

  @Test
  void givesWhatAFeedStillHasOfSome() {
    List<Article> articles =
        store.publish(notice("a", "하나"), notice("b", "둘"), notice("c", SCHOLARSHIP, "셋", ""));
    List<Long> ids =
        articles.stream().map(it -> new NoticeId(it.id(), Language.KO).value()).toList();
    store.articles().remove(articles.getFirst());

    assertThat(store.lists().rows(Language.KO, NoticeTable.ALL, ids))
        .extracting(NoticeRow::title)
        .containsExactly("셋", "둘");
    assertThat(store.lists().rows(Language.KO, ACADEMIC, ids)).hasSize(1);
    assertThat(store.lists().rows(Language.KO, NoticeTable.ALL, List.of())).isEmpty();
  }

  @Test
  void hasNothingOfAnUnknownType() {
    store.publish(notice("a", "하나"));

    assertThat(store.page(Language.KO, "없는 공지")).isEmpty();
    assertThat(store.page(Language.KO, "")).isEmpty();
  }

  @Test
  @DisplayName("D-A9: DynamoDB refuses a partition key of more than 2048 bytes, so it is not asked")
  void dA9_doesNotAskForATypeThatNoKeyCanHold() {
    assertThat(requestsFor("가".repeat(682)).all()).isEmpty();
    assertThat(requestsFor("가".repeat(681)).all()).hasSize(1);
  }

  @Test
  @DisplayName("D-N11: a list is one consistent query, however many languages and types there are")
  void dN11_asksOnceAndConsistently() {
    Requests requests = requestsFor(NoticeTable.ALL);

    assertThat(requests.all()).hasSize(1);
    assertThat(requests.of(QueryRequest.class))
        .singleElement()
        .returns(true, QueryRequest::consistentRead)
        .returns(false, QueryRequest::scanIndexForward);
  }

  private Requests requestsFor(String type) {
    Requests requests = new Requests();
    try (var client = requests.client()) {
      assertThat(NoticeStore.of(STACK, client, clock).page(Language.KO, type)).isEmpty();
    }
    return requests;
  }
}
