package app.oegukmin.crawler.site;

import static app.oegukmin.crawler.site.Fixtures.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.crawler.fetch.PageException;
import java.net.URI;
import java.time.LocalDate;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficialListPageTest {

  private static final URI LIST =
      URI.create("https://www.kookmin.ac.kr/user/kmuNews/notice/4/index.do");

  @Test
  void readsAnOrdinaryRow() throws Exception {
    ListRow row = row(71010);

    assertThat(row.title()).isEqualTo("2026학년도 2학기 제1전공 변경신청 안내");
    assertThat(row.written()).contains(LocalDate.of(2026, 10, 3));
    assertThat(row.category()).isEqualTo("학사공지");
    assertThat(row.pinned()).isFalse();
  }

  @Test
  void dN2_identityIsTheAddressWithoutQuery() throws Exception {
    assertThat(row(71010).url())
        .isEqualTo(URI.create("https://www.kookmin.ac.kr/user/kmuNews/notice/4/71010/view.do"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/user/kmuNews/notice/4/71010/view.do;jsessionid=0A1B2C3D4E5F.worker1?currentPageNo=1",
        "http://www.kookmin.ac.kr/user/kmuNews/notice/4/71010/view.do",
        "https://www.kookmin.ac.kr:443/user/kmuNews/notice/4/71010/view.do",
        "HTTPS://WWW.KOOKMIN.AC.KR/user/kmuNews/notice/4/71010/view.do#none",
        "../4/71010/view.do/?a=1",
        "javascript:location.href='/user/kmuNews/notice/4/71010/view.do?currentPageNo=1'",
        " /user/kmuNews/./notice/4/71010/view.do\n",
      })
  void f41_anArticleIsKnownByItsAddressHoweverItIsWritten(String link) throws Exception {
    Document page = Fixtures.page(LIST, "official/list.html");
    page.select("a[href*=71010]").attr("href", link);

    assertThat(OfficialListPage.parse(LIST, page).rows())
        .extracting(ListRow::url)
        .contains(URI.create("https://www.kookmin.ac.kr/user/kmuNews/notice/4/71010/view.do"));
  }

  @Test
  void aDoubledSlashNamesTheSameArticle() throws Exception {
    assertThat(row(71002).url())
        .isEqualTo(URI.create("https://www.kookmin.ac.kr/user/kmuNews/notice/4/71002/view.do"));
  }

  @Test
  void dN4_aPinnedRowHasNoDateAndIsReadAllTheSame() throws Exception {
    ListRow row = row(71002);

    assertThat(row.pinned()).isTrue();
    assertThat(row.written()).isEmpty();
    assertThat(row.title()).isEqualTo("2026학년도 2학기 중간시험 시행 안내");
  }

  @Test
  void aPinnedRowRepeatedBelowIsOneArticle() throws Exception {
    assertThat(list().rows()).filteredOn(row -> row.number() == 71001).hasSize(1);
    assertThat(row(71001).pinned()).isFalse();
    assertThat(row(71001).written()).contains(LocalDate.of(2026, 10, 2));
  }

  @Test
  void dN4_anOddDateLeavesTheRowWithoutOne() throws Exception {
    assertThat(row(71007).written()).isEmpty();
  }

  @Test
  void dN4_rowsWithoutAnArticleAreToldAndTheOthersStay() throws Exception {
    ListPage list = list();

    assertThat(list.rows())
        .extracting(ListRow::number)
        .containsExactly(71001L, 71002L, 71010L, 71009L, 71007L);
    assertThat(list.faults())
        .satisfiesExactly(
            fault -> assertThat(fault).contains("링크가 없는 글"),
            fault -> assertThat(fault).contains("다른 사이트의 글"));
  }

  @Test
  void aPagePastTheEndIsAnEmptyList() throws Exception {
    ListPage list = OfficialListPage.parse(PAGE, Fixtures.page("official/list-empty.html"));

    assertThat(list.rows()).isEmpty();
    assertThat(list.faults()).isEmpty();
  }

  @Test
  void refusesAPageThatIsNoListAndNamesIt() {
    assertThatThrownBy(
            () -> OfficialListPage.parse(PAGE, Fixtures.page("official/article-gone.html")))
        .isInstanceOf(PageException.class)
        .hasMessageContaining(PAGE.toString());
  }

  private static ListRow row(long number) throws PageException {
    return list().rows().stream().filter(row -> row.number() == number).findAny().orElseThrow();
  }

  private static ListPage list() throws PageException {
    return OfficialListPage.parse(PAGE, Fixtures.page("official/list.html"));
  }
}
