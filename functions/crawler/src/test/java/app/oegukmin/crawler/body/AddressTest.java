package app.oegukmin.crawler.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/files/2026 모집 요강(최종).hwp | /files/2026%20%EB%AA%A8%EC%A7%91%20%EC%9A%94%EA%B0%95(%EC%B5%9C%EC%A2%85).hwp",
        "/f/%ED%95%9C%20100%.hwp | /f/%ED%95%9C%20100%25.hwp",
        "/f/50%할인.pdf | /f/50%25%ED%95%A0%EC%9D%B8.pdf",
        "/f/a{1}b^c`\"<>.pdf | /f/a%7B1%7Db%5Ec%60%22%3C%3E.pdf",
        "/f/[붙임].hwp | /f/[%EB%B6%99%EC%9E%84].hwp",
        "/f\\up\\a.hwp | /f/up/a.hwp",
        "' /f/a.hwp\t' | /f/a.hwp",
        "/f/d?name=공고 1.hwp&no=1+2 | /f/d?name=%EA%B3%B5%EA%B3%A0%201.hwp&no=1+2",
        "/f/1#2차 | /f/1#2%EC%B0%A8",
        "?mode=download&no=1 | /news/1?mode=download&no=1",
        "2.hwp | /news/2.hwp",
        "//www.kookmin.ac.kr/a | /a",
        "/f/😀.png | /f/%F0%9F%98%80.png",
      })
  void f43_isEncodedAsBrowsersDo(String written, String address) {
    assertThat(address(written, "utf-8")).isEqualTo("https://www.kookmin.ac.kr" + address);
    assertThat(URI.create(address.replaceAll("[\\[\\]]", "")).toString()).isNotEmpty();
  }

  @Test
  void f43_aQueryIsEncodedInTheCharsetOfItsPage() {
    assertThat(address("/한/d?f=똠 한.hwp#똠", "x-windows-949"))
        .isEqualTo("https://www.kookmin.ac.kr/%ED%95%9C/d?f=%8C%63%20%C7%D1.hwp#%EB%98%A0");
    assertThat(address("/d?f=😀", "x-windows-949"))
        .isEqualTo("https://www.kookmin.ac.kr/d?f=%F0%9F%98%80");
  }

  @ParameterizedTest
  @CsvSource({
    "https://국민.한국/안내, https://xn--3e0b39y.xn--3e0b707e/%EC%95%88%EB%82%B4",
    "mailto:desk@example.ac.kr, mailto:desk@example.ac.kr",
    "tel:02-910-5808, tel:02-910-5808",
    "HTTP://forms.gle/AbC, http://forms.gle/AbC",
    "ftp://ftp.kookmin.ac.kr/a, ftp://ftp.kookmin.ac.kr/a",
  })
  void f43_leadsToOtherSitesToo(String written, String address) {
    assertThat(address(written, "utf-8")).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:go('a')",
        "java\nscript:go()",
        "data:text/html,a",
        "file:///C:/a.hwp",
        "C:\\공고\\a.hwp",
        "kakaotalk://a",
        "https:///a",
        "http:// forms.gle/a",
        "https://a b/",
      })
  void f43_whatNoClientOpensIsNone(String written) {
    assertThat(address(written, "utf-8")).isEmpty();
  }

  private static String address(String written, String charset) {
    Document page = Jsoup.parse("<a></a>", "https://www.kookmin.ac.kr/news/1?x=2");
    page.charset(Charset.forName(charset));
    return Address.of(page.selectFirst("a").attr("href", written), "href").orElse("");
  }
}
