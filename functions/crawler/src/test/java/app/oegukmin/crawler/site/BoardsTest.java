package app.oegukmin.crawler.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardsTest {

  private static final String NOTICE = "https://www.kookmin.ac.kr/user/kmuNews/notice/";

  private final Boards boards = Boards.load();

  @Test
  void everyTypeIsCrawledOnce() {
    assertThat(boards.all().stream().flatMap(board -> board.type().stream()))
        .containsExactlyInAnyOrder(
            "대학원입학공지",
            "학사공지",
            "행정공지",
            "특강공지",
            "장학공지",
            "사회봉사",
            "공모\u2219행사",
            "교내채용",
            "교외채용",
            "졸준위 공지",
            "시스템공지",
            "교원채용",
            "유학생 학사공지",
            "유학생 비자공지",
            "유학생 장학공지",
            "유학생 행사/취업공지",
            "유학생 학생지원공지",
            "유학생 정부초청공지",
            "SW 학사공지",
            "SW 취업공지",
            "SW 장학공지",
            "SW 특강/행사공지");
    assertThat(boards.all()).extracting(Board::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "www.kookmin.ac.kr/user/kmuNews/notice/4/71010/view.do,  official-academic",
    "www.kookmin.ac.kr/user/kmuNews/notice/14/71011/view.do, official-graduation-committee",
    "www.kookmin.ac.kr/user/kmuNews/notice/11/71012/view.do, official-outside-job",
    "www.kookmin.ac.kr/user/kmuNews/notice/13/71014/view.do, official-other",
    "www.kookmin.ac.kr/user/kmuNews/notice/2/71013/view.do,  official-other",
    "cms.kookmin.ac.kr/kmuciss/notice/visa.do?mode=view&articleNo=1, ciss-visa",
    "cms.kookmin.ac.kr/kmuciss/notice/gks.do?mode=view&articleNo=1,  ciss-gks",
    "cs.kookmin.ac.kr/news/jobs/2872, cs-jobs",
  })
  void anArticleHasOneOwner(String article, String owner) {
    assertThat(boards.all())
        .filteredOn(board -> boards.owns(board, URI.create("https://" + article)))
        .extracting(Board::name)
        .containsExactly(owner);
  }

  @Test
  void anArticleOfAnotherSiteHasNoOwner() {
    assertThat(boards.all())
        .noneMatch(board -> boards.owns(board, URI.create("https://example.com/4/1/view.do")));
  }

  @Test
  void dN5_visaNoticesAreReadAsTheirOwnSiteIsBuilt() {
    Board visa = boards.named("ciss-visa").orElseThrow();

    assertThat(visa.site()).isInstanceOf(CissSite.class);
    assertThat(visa.type()).contains("유학생 비자공지");
    assertThat(visa.office()).isEqualTo(new Office("외국인유학생지원센터", "02-910-5808"));
  }

  @Test
  void everyBoardIsReadEveryHalfHourOrHour() {
    assertThat(boards.all()).extracting(Board::every).containsOnly(30, 60);
  }

  @Test
  void findsABoardByName() {
    assertThat(boards.named("official-event").flatMap(Board::type)).contains("공모\u2219행사");
    assertThat(boards.named("official-evening")).isEmpty();
  }

  @Test
  void refusesABoardOfAnUnknownSite() {
    assertThatThrownBy(() -> Boards.load(Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("official-graduate-admission");
  }

  @Test
  void aBoardAloneOwnsAllInItsFolder() {
    Board all =
        new Board(
            "all",
            new OfficialSite(),
            URI.create(NOTICE + "index.do"),
            Optional.empty(),
            Office.UNNAMED,
            30);

    assertThat(new Boards(List.of(all)).owns(all, URI.create(NOTICE + "4/1/view.do"))).isTrue();
  }
}
