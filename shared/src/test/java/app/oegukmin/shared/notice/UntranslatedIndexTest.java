package app.oegukmin.shared.notice;

import static app.oegukmin.shared.notice.Notices.ACADEMIC;
import static app.oegukmin.shared.notice.Notices.SCHOLARSHIP;
import static app.oegukmin.shared.notice.Notices.notice;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.language.Language;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("process")
class UntranslatedIndexTest {

  @RegisterExtension static final Stack STACK = NoticeStore.tables();

  // The day that the notices of these tests bear.
  private static final Instant THEN = Instant.parse("2026-10-03T00:30:00Z");

  private final FakeClock clock = new FakeClock(THEN);
  private NoticeStore store;
  private UntranslatedIndex index;

  @BeforeEach
  void open() {
    STACK.clear();
    store = NoticeStore.of(STACK, clock);
    index = new UntranslatedIndex(STACK.dynamodb(), STACK.table("NoticeTable"));
  }

  @ParameterizedTest
  @EnumSource(names = {"EN_US", "ZH"})
  @DisplayName("F-29: a notice is in the index from its first write until its translation")
  void f29_hasWhatIsNotTranslated(Language language) {
    Article article = store.publish(notice("a", "수강신청 안내")).getFirst();
    assertThat(hashes(language)).containsExactly(article.hash());
    assertThat(index.newest(language, THEN, THEN, 10))
        .containsExactly(new UntranslatedNotice(article.id(), language, article.hash()));

    store.translate(article, language, "Course registration", "<p/>");
    assertThat(hashes(language)).isEmpty();
  }

  @Test
  void keepsOtherLanguagesWhenOneIsTranslated() {
    Article article = store.publish(notice("a", "수강신청 안내")).getFirst();
    store.translate(article, Language.ZH, "选课通知", "<p/>");
    assertThat(hashes(Language.EN_US)).containsExactly(article.hash());
  }

  @Test
  void doesNotHaveWhatIsOldWhenItIsFirstSeen() {
    clock.advance(Duration.ofDays(31));
    Article old = store.publish(notice("a", "수강신청 안내")).getFirst();
    assertThat(hashes(Language.ZH)).isEmpty();

    store.articles().revise(old, notice("a", "수강신청 연기"));
    assertThat(hashes(Language.ZH)).as("F-37: nor its edit").isEmpty();
  }

  @Test
  @DisplayName("F-37: a version that was never translated is left out once an edit of it is old")
  void f37_losesWhatIsEditedWhenItIsOld() {
    Article article = store.publish(notice("a", "수강신청 안내")).getFirst();
    assertThat(hashes(Language.ZH)).hasSize(1);
    clock.advance(Duration.ofDays(31));
    store.articles().revise(article, notice("a", "수강신청 연기"));
    assertThat(hashes(Language.ZH)).isEmpty();
  }

  @Test
  void hasANewVersionAgain() {
    Article article = store.publish(notice("a", "수강신청 안내")).getFirst();
    store.translate(article, Language.ZH, "选课通知", "<p/>");
    store.articles().revise(article, notice("a", "수강신청 연기"));
    assertThat(hashes(Language.ZH)).containsExactly(notice("a", "수강신청 연기").hash());
  }

  @Test
  void keepsANewVersionFromALateTranslation() {
    Article article = store.publish(notice("a", "수강신청 안내")).getFirst();
    store.articles().revise(article, notice("a", "수강신청 연기"));
    assertThat(store.translate(article, Language.ZH, "选课通知", "<p/>")).isFalse();
    assertThat(hashes(Language.ZH)).hasSize(1);
  }

  @Test
  void hasANoticeThatMovesToAnotherTypeOnce() {
    Article article = store.publish(notice("a", ACADEMIC, "안내", "<p/>")).getFirst();
    Notice moved = notice("a", SCHOLARSHIP, "안내", "<p/>");
    store.articles().revise(article, moved);
    assertThat(hashes(Language.ZH)).containsExactly(moved.hash());
  }

  @Test
  void losesWhatIsRemoved() {
    Article article = store.publish(notice("a", "수강신청 안내")).getFirst();
    store.articles().remove(article);
    assertThat(hashes(Language.ZH)).isEmpty();
  }

  @Test
  void losesWhatIsGivenUpInThatVersionAlone() {
    Article article = store.publish(notice("a", "수강신청 안내")).getFirst();
    index.giveUp(new UntranslatedNotice(article.id(), Language.ZH, "another"));
    assertThat(hashes(Language.ZH)).hasSize(1);
    index.giveUp(new UntranslatedNotice(article.id(), Language.ZH, article.hash()));
    assertThat(hashes(Language.ZH)).isEmpty();
    assertThat(hashes(Language.EN_US)).hasSize(1);
    assertThat(store.page(Language.ZH, NoticeTable.ALL)).hasSize(1);
  }

  @Test
  void losesWhatIsStoredInTheListsAgain() {
    Article article = store.publish(notice("a", "수강신청 안내")).getFirst();
    NoticeTranslation translation =
        new NoticeTranslation(
            article.id(), Language.ZH, article.type(), article.hash(), "选课", "教务", "<p/>");
    assertThat(store.lists().translate(translation)).isTrue();
    assertThat(hashes(Language.ZH)).isEmpty();
    assertThat(store.page(Language.ZH, article.type())).extracting(NoticeRow::title).contains("选课");
  }

  @Test
  void hasTheNewestFirstAndNoMoreThanAsked() {
    for (String name : List.of("a", "b", "c")) {
      store.publish(notice(name, name));
      clock.advance(Duration.ofMinutes(1));
    }
    assertThat(index.newest(Language.ZH, THEN, clock.instant(), 2))
        .extracting(UntranslatedNotice::hash)
        .containsExactly(notice("c", "c").hash(), notice("b", "b").hash());
    assertThat(index.newest(Language.ZH, THEN.plusSeconds(1), THEN.plusSeconds(60), 10))
        .extracting(UntranslatedNotice::hash)
        .containsExactly(notice("b", "b").hash());
  }

  private List<String> hashes(Language language) {
    return index.newest(language, Instant.EPOCH, clock.instant(), 10).stream()
        .map(UntranslatedNotice::hash)
        .toList();
  }
}
