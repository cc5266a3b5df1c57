package app.oegukmin.shared.notice;

import static app.oegukmin.shared.notice.Notices.ACADEMIC;
import static app.oegukmin.shared.notice.Notices.notice;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.language.Language;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class ArticleRemovalTest {

  @RegisterExtension static final Stack STACK = NoticeStore.tables();

  private final FakeClock clock = new FakeClock(Instant.parse("2026-10-03T00:30:00Z"));
  private NoticeStore store;
  private Article known;

  @BeforeEach
  void publish() {
    STACK.clear();
    store = NoticeStore.of(STACK, clock);
    known = store.publish(notice("a", "지워질 글")).getFirst();
  }

  @Test
  void leavesNothingBehind() {
    assertThat(store.articles().remove(known)).isTrue();

    assertThat(store.contents().values()).allMatch(Set::isEmpty);
  }

  @Test
  void leavesOtherArticlesWhereTheyAre() {
    store.articles().publish(notice("b", ACADEMIC, "다른 글", ""), 1, 9);

    store.articles().remove(known);

    for (Language language : Language.values()) {
      assertThat(store.page(language, ACADEMIC))
          .isEqualTo(store.page(language, NoticeTable.ALL))
          .extracting(NoticeRow::title)
          .containsExactly("다른 글");
    }
  }

  @Test
  void refusesToRemoveWhatHasBeenRevised() {
    store.articles().revise(known, notice("a", "고친 글"));
    var before = store.contents();

    assertThat(store.articles().remove(known)).isFalse();
    assertThat(store.contents()).isEqualTo(before);
  }

  @Test
  void anArticleThatComesBackIsNew() {
    store.articles().remove(known);

    assertThat(store.articles().publish(notice("a", "돌아온 글"), 1, 1)).isPresent();
    assertThat(store.articles().find(List.of(known.url()))).hasSize(1);
  }

  @Test
  void aTranslationThatComesTooLateIsOfNoUse() {
    store.articles().remove(known);

    assertThat(store.translate(known, Language.ZH, "Deleted", "")).isFalse();
    assertThat(store.contents().values()).allMatch(Set::isEmpty);
  }
}
