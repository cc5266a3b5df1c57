package app.oegukmin.shared.notice;

import static app.oegukmin.shared.notice.Notices.ACADEMIC;
import static app.oegukmin.shared.notice.Notices.FILES;
import static app.oegukmin.shared.notice.Notices.notice;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.language.Language;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("process")
class NoticeBodyTableTest {

  private static final Notice NOTICE = notice("a", ACADEMIC, "수강신청 안내", "<p>본문</p>");

  @RegisterExtension static final Stack STACK = NoticeStore.tables();

  private NoticeStore store;
  private Article article;

  @BeforeEach
  void publish() {
    publishAt("2026-10-03T00:30:15.123456Z");
  }

  private void publishAt(String now) {
    STACK.clear();
    store = NoticeStore.of(STACK, new FakeClock(Instant.parse(now)));
    article = store.publish(NOTICE).getFirst();
  }

  @Test
  @DisplayName("D-N8, D-N10: a notice keeps all its fields and its attachments")
  void dN10_keepsEverything() {
    assertThat(store.body(article, Language.KO))
        .isEqualTo(
            new NoticeBody(
                article.id(),
                NOTICE.hash(),
                ACADEMIC,
                "수강신청 안내",
                "2026-10-03",
                "교무팀",
                "홍길동",
                "02-910-0000",
                "<p>본문</p>",
                "https://site.example/a",
                FILES,
                "2026-10-03T09:30:15",
                "2026-10-03T09:30:15",
                false));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-03T00:30:00Z, 2026-10-03T09:30:00",
    "2026-10-03T15:00:00Z, 2026-10-04T00:00:00",
    "2026-10-03T00:30:59.999999999Z, 2026-10-03T09:30:59",
  })
  @DisplayName("Contract §3.2: the time in Seoul, with seconds even when they are zero")
  void datesInSeoulWithSeconds(String now, String expected) {
    publishAt(now);

    assertThat(store.body(article, Language.KO).createdDate()).isEqualTo(expected);
  }

  @Test
  void showsTheTranslationWithWhatIsNotTranslated() {
    store.translate(article, Language.ZH, "选课通知", "<p>正文</p>");
    NoticeBody body = store.body(article, Language.ZH);

    assertThat(body)
        .extracting(NoticeBody::title, NoticeBody::department, NoticeBody::document)
        .containsExactly("选课通知", "Office", "<p>正文</p>");
    assertThat(body)
        .returns(true, NoticeBody::translated)
        .returns("홍길동", NoticeBody::author)
        .returns(FILES, NoticeBody::files);
    assertThat(store.body(article, Language.EN_US).translated()).isFalse();
  }

  @Test
  @DisplayName("D-N13: after an edit the old translation gives way to the new Korean")
  void dN13_showsKoreanAfterAnEdit() {
    store.translate(article, Language.ZH, "选课通知", "<p>正文</p>");
    store.articles().revise(article, notice("a", ACADEMIC, "수강신청 연기", "<p>새 본문</p>"));

    assertThat(store.body(article, Language.ZH))
        .extracting(NoticeBody::title, NoticeBody::document, NoticeBody::translated)
        .containsExactly("수강신청 연기", "<p>새 본문</p>", false);
  }

  @Test
  void knowsNoUnknownNotice() {
    assertThat(store.bodies().find(new NoticeId(article.id() + 1, Language.KO))).isEmpty();
  }

  @Test
  @DisplayName("D-N12: a title of any length is kept")
  void dN12_keepsALongTitle() {
    String title = "긴 제목 ".repeat(1000);
    Article longer = store.articles().publish(notice("b", title), 1, 2).orElseThrow();

    assertThat(store.body(longer, Language.KO).title()).isEqualTo(title);
    assertThat(store.page(Language.KO, ACADEMIC).getFirst().title()).isEqualTo(title);
  }
}
