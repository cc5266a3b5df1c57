package app.oegukmin.shared.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeTest {

  private static Notice notice(String title, String document, List<Attachment> files) {
    return new Notice(
        "https://a", "학사공지", title, LocalDate.of(2026, 10, 3), "교무팀", "", "", document, files);
  }

  @Test
  void hashesAlikeWhatReadsAlike() {
    assertThat(notice("a", "b", List.of()).hash()).isEqualTo(notice("a", "b", List.of()).hash());
  }

  @Test
  void hashesAnEditDifferently() {
    assertThat(notice("a", "b", List.of()).hash()).isNotEqualTo(notice("a", "c", List.of()).hash());
  }

  @Test
  void hashesANewAttachmentDifferently() {
    Attachment file = new Attachment("양식.hwp", "https://b");
    assertThat(notice("a", "b", List.of(file)).hash())
        .isNotEqualTo(notice("a", "b", List.of()).hash());
  }

  @Test
  void doesNotMistakeOneFieldForPartOfAnother() {
    assertThat(notice("ab", "", List.of()).hash()).isNotEqualTo(notice("a", "b", List.of()).hash());
  }
}
