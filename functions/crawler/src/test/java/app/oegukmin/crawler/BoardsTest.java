package app.oegukmin.crawler;

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

  private final Boards boards = Boards.load(Map.of("official", new OfficialSite()));

  @Test
  void everyTypeOfTheOfficialSiteIsCrawledOnce() {
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
            "졸준위 공지",
            "시스템공지");
    assertThat(boards.all()).extracting(Board::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "4/71010/view.do,  official-academic",
    "14/71011/view.do, official-graduation-committee",
    "11/71012/view.do, official-other",
    "2/71013/view.do,  official-other",
  })
  void anArticleHasOneOwner(String article, String owner) {
    assertThat(boards.all())
        .filteredOn(board -> boards.owns(board, URI.create(NOTICE + article)))
        .extracting(Board::name)
        .containsExactly(owner);
  }

  @Test
  void anArticleOfAnotherSiteHasNoOwner() {
    assertThat(boards.all())
        .noneMatch(board -> boards.owns(board, URI.create("https://example.com/4/1/view.do")));
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
        new Board("all", new OfficialSite(), URI.create(NOTICE + "index.do"), Optional.empty());

    assertThat(new Boards(List.of(all)).owns(all, URI.create(NOTICE + "4/1/view.do"))).isTrue();
  }
}
