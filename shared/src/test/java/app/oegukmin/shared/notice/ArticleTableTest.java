package app.oegukmin.shared.notice;

import static app.oegukmin.shared.notice.Notices.DAY;
import static app.oegukmin.shared.notice.Notices.notice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import app.oegukmin.shared.language.Language;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("process")
class ArticleTableTest {

  @RegisterExtension static final Stack STACK = NoticeStore.tables();

  private NoticeStore store;

  @BeforeEach
  void clear() {
    STACK.clear();
    store = NoticeStore.of(STACK, new FakeClock(Instant.parse("2026-10-03T00:30:00Z")));
  }

  @ParameterizedTest
  @EnumSource
  void publishesForEveryLanguageAtOnce(Language language) {
    Article article = store.publish(notice("a", "수강신청 안내")).getFirst();
    long id = new NoticeId(article.id(), language).value();
    NoticeRow row = new NoticeRow(id, "수강신청 안내", "학사공지", "2026-10-03", "교무팀", "홍길동");

    assertThat(store.page(language, NoticeTable.ALL)).containsExactly(row);
    assertThat(store.page(language, "학사공지")).containsExactly(row);
    assertThat(store.body(article, language).title()).isEqualTo("수강신청 안내");
  }

  @Test
  void keepsWhatItPublished() {
    Notice notice = notice("a", "수강신청 안내");
    Article article = store.publish(notice).getFirst();

    assertThat(article)
        .isEqualTo(
            new Article(
                notice.url(), NoticeId.article(DAY, 1, 1), notice.hash(), "학사공지", notice.files()));
    assertThat(store.articles().find(List.of(notice.url())).values()).containsExactly(article);
  }

  @Test
  @DisplayName("D-N2: the URL is the identity: a known one is not published again")
  void dN2_publishesAUrlOnce() {
    store.publish(notice("a", "수강신청 안내"));
    var before = store.contents();

    assertThat(store.articles().publish(notice("a", "다른 제목"), 1, 2)).isEmpty();
    assertThat(store.contents()).isEqualTo(before);
  }

  @Test
  @DisplayName("D-N2, D-N3: the title is no identity: two articles may share one")
  void dN3_publishesTwoArticlesWithOneTitle() {
    store.publish(notice("a", "장학금 신청"), notice("b", "장학금 신청"));

    assertThat(store.page(Language.EN_US, NoticeTable.ALL))
        .extracting(NoticeRow::title)
        .containsExactly("장학금 신청", "장학금 신청");
  }

  @Test
  void givesTheNextIdToAnArticleWhoseIdIsTaken() {
    Article first = store.articles().publish(notice("a", "하나"), 1, 7).orElseThrow();
    Article second = store.articles().publish(notice("b", "둘"), 1, 7 + (1L << 27)).orElseThrow();

    assertThat(first.id()).isEqualTo(NoticeId.article(DAY, 1, 7));
    assertThat(second.id()).isEqualTo(NoticeId.article(DAY, 1, 8));
    assertThat(store.page(Language.KO, "학사공지"))
        .extracting(NoticeRow::title)
        .containsExactly("둘", "하나");
  }

  @Test
  void findsTheKnownAmongMoreUrlsThanOneRequestTakes() {
    Notice[] known =
        IntStream.range(0, 130).mapToObj(i -> notice("a" + i, "제목")).toArray(Notice[]::new);
    List<Article> articles = store.publish(known);
    List<String> asked =
        IntStream.range(0, 230).mapToObj(i -> "https://site.example/a" + i).toList();

    assertThat(store.articles().find(asked).values()).containsExactlyInAnyOrderElementsOf(articles);
  }

  @Test
  void findsAUrlThatIsAskedForTwice() {
    Article article = store.publish(notice("a", "고정 공지")).getFirst();
    List<String> twice = Stream.of(article, article).map(Article::url).toList();

    assertThat(store.articles().find(twice)).containsOnly(entry(article.url(), article));
  }

  @Test
  void findsNothingAmongNothing() {
    assertThat(store.articles().find(List.of())).isEmpty();
  }
}
