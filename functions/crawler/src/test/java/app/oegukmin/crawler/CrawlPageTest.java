package app.oegukmin.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.crawler.CrawlPage.Kind;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CrawlPageTest {

  private final CrawlPage page =
      new CrawlPage("2026-11-20T09:00:00.000Z", "official-academic", 2, Kind.DAILY, 90);

  @Test
  void isReadAsItWasWritten() throws Exception {
    assertThat(CrawlPage.of(page.json())).isEqualTo(page);
  }

  @Test
  void carriesItsVersion() {
    assertThat(page.json()).contains("\"v\":1");
    assertThatThrownBy(() -> CrawlPage.of(page.json().replace("\"v\":1", "\"v\":2")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("2");
  }

  @Test
  void theNextPageIsOfTheSameRunAndBoard() {
    assertThat(page.next(70).below()).isEqualTo(70);
    assertThat(page.next(110))
        .isEqualTo(
            new CrawlPage("2026-11-20T09:00:00.000Z", "official-academic", 3, Kind.DAILY, 90));
  }
}
