package app.oegukmin.local.campus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhraseHtmlTest {

  private final PhraseBook phrases =
      PhraseBook.of("문의\nContact\n咨询\n\n교무팀\nAcademic Affairs\n教务组\n\n질문과 답\nQ&A\n问答");

  @Test
  void keepsEveryTagToTheLetter() {
    assertThat(
            translated(
                "<p id=3><SPAN  style='a'>문의</SPAN><br/>교무팀</p><img src=\"a.png\" alt=\"문의\">"))
        .isEqualTo(
            "<p id=3><SPAN  style='a'>Contact</SPAN><br/>Academic Affairs</p><img src=\"a.png\" alt=\"문의\">");
  }

  @Test
  void keepsTheSpaceAroundText() {
    assertThat(translated("<p>&nbsp; 문의 &nbsp;</p>\n<p>&nbsp;</p>"))
        .isEqualTo("<p>&nbsp; Contact &nbsp;</p>\n<p>&nbsp;</p>");
  }

  @Test
  void readsAndWritesEntities() {
    assertThat(translated("<p>&lt;문의&gt;</p>")).isEqualTo("<p>&lt;Contact&gt;</p>");
    assertThat(translated("질문과&nbsp;답")).isEqualTo("Q&amp;A");
  }

  @Test
  void leavesWhatIsProtected() {
    assertThat(translated("<b translate=\"no\">문의 <b>교무팀</b> 문의</b> <i>교무팀</i>"))
        .isEqualTo("<b translate=\"no\">문의 <b>교무팀</b> 문의</b> <i>Academic Affairs</i>");
    assertThat(translated("<b class=\"a notranslate\">문의</b>문의"))
        .isEqualTo("<b class=\"a notranslate\">문의</b>Contact");
  }

  @Test
  void leavesCommentsAlone() {
    assertThat(translated("<!-- 문의 > 문의 -->문의")).isEqualTo("<!-- 문의 > 문의 -->Contact");
  }

  private String translated(String html) {
    return new PhraseHtml(phrases, PhraseBook.ENGLISH).translate(html);
  }
}
