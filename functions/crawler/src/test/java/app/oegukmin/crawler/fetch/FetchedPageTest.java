package app.oegukmin.crawler.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchedPageTest {

  private static final Charset KOREAN = Charset.forName("x-windows-949");
  private static final String TEXT = "펲시콜라 똠양꿍 장학금 쓩 뷁 아햏햏";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<meta charset=euc-kr>",
        "<META CHARSET='KS_C_5601-1987'>",
        "<meta http-equiv=Content-Type content='text/html; charset=cp949'>",
        "<meta content='text/html;charset=\"euc-kr\"'>",
        "<!-- <meta charset=utf-8> --><meta charset=ms949>",
        "<script>var s = '<meta charset=utf-8>';</script><meta charset=uhc>",
        "<meta charset=utf-8>",
        "<meta charset=iso-8859-1>",
        "<meta charset=utf-16>",
        "<meta charset=nonsense>",
        "",
      })
  void f42_readsAKoreanPageWhateverItSaysOfItself(String label) {
    assertThat(text(html(label).getBytes(KOREAN), Optional.empty())).isEqualTo(TEXT);
    assertThat(text(html(label).getBytes(UTF_8), Optional.empty())).isEqualTo(TEXT);
  }

  @Test
  void f42_aLabelFarFromTheBeginningCounts() {
    String western = "Séjour à l'étranger";
    String page = "<!-- " + "x".repeat(20_000) + " --><meta charset=windows-1252><p>" + western;

    assertThat(text(page.getBytes(ISO_8859_1), Optional.empty())).isEqualTo(western);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE"})
  void f42_aMarkOfTheCharsetIsNoText(String charset) {
    byte[] page = ("\uFEFF\uFEFF" + html("")).getBytes(Charset.forName(charset));

    assertThat(text(page, Optional.empty())).isEqualTo(TEXT);
    assertThat(text(page, Optional.of(KOREAN))).isEqualTo(TEXT);
  }

  @Test
  void f42_aMarkThatTheBytesContradictDoesNotDecide() {
    String marked = new String("\uFEFF".getBytes(UTF_8), KOREAN) + html("");

    assertThat(text(marked.getBytes(KOREAN), Optional.empty())).contains(TEXT);
  }

  @Test
  void f42_readsAFeedAsItsDeclarationOrItsBytesSay() {
    String feed = "<?xml version='1.0' encoding='%s'?><rss><title>" + TEXT + "</title></rss>";

    for (String label : new String[] {"euc-kr", "utf-8", "ks_c_5601-1987"}) {
      FetchedPage page = page(feed.formatted(label).getBytes(KOREAN), Optional.empty());
      assertThat(page.xml().select("title").text()).isEqualTo(TEXT);
    }
  }

  @Test
  void f42_readsJsonInAnyCharset() throws Exception {
    String json = "{\"name\": \"" + TEXT + "\"}";

    for (Charset charset : new Charset[] {UTF_8, KOREAN, UTF_16LE}) {
      FetchedPage page = page(json.getBytes(charset), Optional.empty());
      assertThat(page.json().path("name").asText()).isEqualTo(TEXT);
    }
  }

  @Test
  void anEmptyPageIsEmpty() {
    assertThat(text(new byte[0], Optional.empty())).isEmpty();
    assertThat(text(new byte[] {'a'}, Optional.empty())).isEqualTo("a");
  }

  private static String html(String label) {
    return "<html><head>" + label + "</head><body>" + TEXT + "</body></html>";
  }

  private static String text(byte[] bytes, Optional<Charset> named) {
    return page(bytes, named).html().body().text();
  }

  private static FetchedPage page(byte[] bytes, Optional<Charset> named) {
    URI url = URI.create("https://cms.kookmin.ac.kr/");
    return new FetchedPage(url, named, Validator.NONE, bytes);
  }
}
