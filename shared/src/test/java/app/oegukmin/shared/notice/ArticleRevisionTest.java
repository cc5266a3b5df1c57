package app.oegukmin.shared.notice;

import static app.oegukmin.shared.notice.Notices.ACADEMIC;
import static app.oegukmin.shared.notice.Notices.DAY;
import static app.oegukmin.shared.notice.Notices.SCHOLARSHIP;
import static app.oegukmin.shared.notice.Notices.notice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.oegukmin.shared.language.Language;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("process")
class ArticleRevisionTest {

  @RegisterExtension static final Stack STACK = NoticeStore.tables();

  private final FakeClock clock = new FakeClock(Instant.parse("2026-10-03T00:30:00Z"));
  private NoticeStore store;
  private Article known;

  @BeforeEach
  void publish() {
    STACK.clear();
    store = NoticeStore.of(STACK, clock);
    known = store.publish(notice("a", ACADEMIC, "옛 제목", "<p>옛 본문</p>")).getFirst();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("D-N2: an edit is picked up, in every language, under the id it had")
  void dN2_revisesInPlace(Language language) {
    Notice edited = notice("a", ACADEMIC, "새 제목", "<p>새 본문</p>");
    long id = new NoticeId(known.id(), language).value();

    assertThat(store.articles().revise(known, edited)).isTrue();
    assertThat(store.page(language, NoticeTable.ALL))
        .extracting(NoticeRow::id, NoticeRow::title)
        .containsExactly(tuple(id, "새 제목"));
    assertThat(store.page(language, ACADEMIC)).isEqualTo(store.page(language, NoticeTable.ALL));
    assertThat(store.body(known, language).document()).isEqualTo("<p>새 본문</p>");
  }

  @Test
  @DisplayName("F-37: who corrects a date gets the notice at its place, in every list and in full")
  void f37_aCorrectedDateGivesAnotherId() {
    store.articles().publish(notice("c", ACADEMIC, "그 자리의 글", ""), 1, 1);
    Notice corrected = redated(notice("a", SCHOLARSHIP, "옛 제목", "<p>본문</p>"), DAY.minusDays(3));

    assertThat(store.articles().revise(known, corrected)).isTrue();

    Article found = store.articles().find(List.of(known.url())).get(known.url());
    assertThat(found.id()).isEqualTo(NoticeId.article(DAY.minusDays(3), 1, 1));
    assertThat(store.body(found, Language.EN_US).writtenDate()).isEqualTo("2026-09-30");
    assertThat(store.bodies().find(new NoticeId(known.id(), Language.KO))).isEmpty();
    assertThat(store.page(Language.KO, NoticeTable.ALL))
        .extracting(NoticeRow::title)
        .containsExactly("그 자리의 글", "옛 제목");
    assertThat(store.page(Language.ZH, SCHOLARSHIP)).hasSize(1);
    assertThat(store.articles().revise(known, corrected)).isFalse();
  }

  @Test
  @DisplayName("F-37: a corrected date whose place is taken gets the next one")
  void f37_aPlaceThatIsTakenIsLeftAlone() {
    Notice other = redated(notice("c", "그날의 글"), DAY.minusDays(3));
    Article there = store.articles().publish(other, 1, 1).orElseThrow();

    assertThat(store.articles().revise(known, redated(notice("a", "옛 제목"), DAY.minusDays(3))))
        .isTrue();

    assertThat(store.articles().find(List.of(known.url())).get(known.url()).id())
        .isEqualTo(NoticeId.article(DAY.minusDays(3), 1, 2))
        .isNotEqualTo(there.id());
  }

  private static Notice redated(Notice notice, LocalDate day) {
    return new Notice(
        notice.url(),
        notice.type(),
        notice.title(),
        day,
        notice.department(),
        notice.author(),
        notice.authorPhone(),
        notice.document(),
        notice.files());
  }

  @Test
  @DisplayName("F-25: under another board's address it is the same notice")
  void f25_anArticleThatMovesKeepsItsId() {
    Notice moved = notice("b", SCHOLARSHIP, "옛 제목", "<p>옛 본문</p>");

    assertThat(store.articles().revise(known, moved)).isTrue();

    Article found = store.articles().find(List.of(known.url(), moved.url())).get(moved.url());
    assertThat(found.id()).isEqualTo(known.id());
    assertThat(found.former()).containsExactly(known.url());
    assertThat(store.items("ArticleTable")).hasSize(1);
    assertThat(store.body(found, Language.KO).url()).isEqualTo(moved.url());
    assertThat(store.page(Language.KO, ACADEMIC)).isEmpty();
    assertThat(store.page(Language.KO, SCHOLARSHIP)).hasSize(1);
    assertThat(store.articles().revise(known, moved)).isFalse();
  }

  @Test
  void remembersTheVersionItStored() {
    Notice edited = notice("a", ACADEMIC, "새 제목", "<p>새 본문</p>");
    store.articles().revise(known, edited);

    assertThat(store.articles().find(List.of(known.url())).get(known.url()))
        .isEqualTo(new Article(known.url(), known.id(), edited.hash(), ACADEMIC, edited.files()));
  }

  @Test
  void datesTheRevision() {
    clock.advance(Duration.ofHours(1));
    store.articles().revise(known, notice("a", "새 제목"));

    assertThat(store.body(known, Language.KO))
        .extracting(NoticeBody::createdDate, NoticeBody::modifiedDate)
        .containsExactly("2026-10-03T09:30:00", "2026-10-03T10:30:00");
  }

  @Test
  void refusesToReviseAVersionThatIsNoLongerThere() {
    store.articles().revise(known, notice("a", "새 제목"));
    var before = store.contents();

    assertThat(store.articles().revise(known, notice("a", "늦은 제목"))).isFalse();
    assertThat(store.articles().revise(known, notice("a", SCHOLARSHIP, "늦은 제목", ""))).isFalse();
    assertThat(store.contents()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void movesTheArticleToItsNewType(Language language) {
    Notice moved = notice("a", SCHOLARSHIP, "옛 제목", "<p>옛 본문</p>");

    assertThat(store.articles().revise(known, moved)).isTrue();
    assertThat(store.page(language, ACADEMIC)).isEmpty();
    assertThat(store.page(language, SCHOLARSHIP))
        .isEqualTo(store.page(language, NoticeTable.ALL))
        .extracting(NoticeRow::type)
        .containsExactly(SCHOLARSHIP);
    assertThat(store.body(known, language).type()).isEqualTo(SCHOLARSHIP);
  }

  @Test
  void leavesOtherArticlesOfTheOldTypeWhereTheyAre() {
    store.articles().publish(notice("b", ACADEMIC, "다른 글", ""), 1, 9);
    store.articles().revise(known, notice("a", SCHOLARSHIP, "옛 제목", ""));

    assertThat(store.page(Language.ZH, ACADEMIC))
        .extracting(NoticeRow::title)
        .containsExactly("다른 글");
  }
}
