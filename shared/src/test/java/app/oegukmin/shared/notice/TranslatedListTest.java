package app.oegukmin.shared.notice;

import static app.oegukmin.shared.notice.Notices.ACADEMIC;
import static app.oegukmin.shared.notice.Notices.SCHOLARSHIP;
import static app.oegukmin.shared.notice.Notices.notice;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.language.Language;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list shows the translation of what is there now, or the Korean original. */
@Tag("process")
class TranslatedListTest {

  @RegisterExtension static final Stack STACK = NoticeStore.tables();

  private NoticeStore store;
  private Article article;

  @BeforeEach
  void publish() {
    STACK.clear();
    store = NoticeStore.of(STACK, new FakeClock(Instant.parse("2026-10-03T00:30:00Z")));
    article = store.publish(notice("a", "수강신청 안내")).getFirst();
  }

  @Test
  @DisplayName("D-N13: a notice is there in Korean until it is translated")
  void dN13_showsKoreanBeforeItIsTranslated() {
    assertThat(titles(Language.EN_US, NoticeTable.ALL)).containsExactly("수강신청 안내");
  }

  @ParameterizedTest
  @ValueSource(strings = {NoticeTable.ALL, ACADEMIC})
  void showsTheTranslation(String type) {
    assertThat(store.translate(article, Language.EN_US, "Course registration", "<p/>")).isTrue();

    assertThat(store.page(Language.EN_US, type))
        .containsExactly(
            new NoticeRow(
                new NoticeId(article.id(), Language.EN_US).value(),
                "Course registration",
                ACADEMIC,
                "2026-10-03",
                "Office",
                "홍길동"));
  }

  @Test
  void translatesOneLanguageAlone() {
    store.translate(article, Language.EN_US, "Course registration", "<p/>");

    assertThat(titles(Language.ZH, NoticeTable.ALL)).containsExactly("수강신청 안내");
    assertThat(titles(Language.KO, NoticeTable.ALL)).containsExactly("수강신청 안내");
  }

  @Test
  @DisplayName("D-N13: after an edit the old translation gives way to the new Korean")
  void dN13_showsKoreanAfterAnEdit() {
    store.translate(article, Language.EN_US, "Course registration", "<p/>");
    store.articles().revise(article, notice("a", "수강신청 연기"));

    assertThat(titles(Language.EN_US, NoticeTable.ALL)).containsExactly("수강신청 연기");
    assertThat(titles(Language.EN_US, ACADEMIC)).containsExactly("수강신청 연기");
  }

  @Test
  void showsTheTranslationOfTheEdit() {
    store.translate(article, Language.EN_US, "Course registration", "<p/>");
    store.articles().revise(article, notice("a", "수강신청 연기"));
    Article edited = store.articles().find(List.of(article.url())).get(article.url());
    store.translate(edited, Language.EN_US, "Registration postponed", "<p/>");

    assertThat(titles(Language.EN_US, ACADEMIC)).containsExactly("Registration postponed");
  }

  @Test
  @DisplayName("D-N13: a translation that is late for an edit is refused whole")
  void dN13_refusesALateTranslation() {
    store.articles().revise(article, notice("a", SCHOLARSHIP, "장학금", "<p>새 본문</p>"));
    var before = store.contents();

    assertThat(store.translate(article, Language.EN_US, "Course registration", "<p/>")).isFalse();
    assertThat(store.contents()).isEqualTo(before);
  }

  private List<String> titles(Language language, String type) {
    return store.page(language, type).stream().map(NoticeRow::title).toList();
  }
}
