package app.oegukmin.crawler.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.kookmin.ac.kr/a/view.do?id=1",
        "http://www.kookmin.ac.kr/a/view.do?id=1",
        "HTTPS://WWW.Kookmin.AC.KR/a/view.do?id=1",
        "https://www.kookmin.ac.kr:443/a/view.do?id=1",
        "http://www.kookmin.ac.kr:8080/a/view.do?id=1",
        "https://www.kookmin.ac.kr//a///view.do?id=1",
        "https://www.kookmin.ac.kr/a/b/../view.do?id=1",
        "https://www.kookmin.ac.kr/a/./view.do?id=1#top",
        "https://www.kookmin.ac.kr/a/view.do/?id=1",
        "https://www.kookmin.ac.kr/a/%76iew.do?id=1",
        "https://www.kookmin.ac.kr/a;v=1/view.do;jsessionid=0A1B.worker1?id=1",
      })
  void f41_allSpellingsOfAPageAreOne(String address) {
    assertThat(Address.canonical(address))
        .contains(URI.create("https://www.kookmin.ac.kr/a/view.do?id=1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/a/view.do", "mailto:a@example.com", "https:///a", "https://a b/"})
  void f41_whatIsNoPageHasNoSpelling(String address) {
    assertThat(Address.canonical(address)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/f/a.hwp;jsessionid=0A1B.w1?id=1, /f/a.hwp?id=1",
    "/f/a.hwp?PHPSESSID=0a1b&id=1,     /f/a.hwp?id=1",
    "/f/a.hwp?id=1&PHPSESSID=0a1b,     /f/a.hwp?id=1",
    "/f/a.hwp?jsessionid=0a1b,         /f/a.hwp",
    "/f/a.hwp?id=&v=;jsessionid,       /f/a.hwp?id=&v=;jsessionid",
  })
  void f41_anAddressHoldsNoSession(String written, String address) {
    assertThat(address(written, "utf-8")).isEqualTo("https://www.kookmin.ac.kr" + address);
  }

  private static String address(String written, String charset) {
    Document page = Jsoup.parse("<a></a>", "https://www.kookmin.ac.kr/news/1?x=2");
    page.charset(java.nio.charset.Charset.forName(charset));
    return Address.of(page.selectFirst("a").attr("href", written), "href").orElse("");
  }
}
