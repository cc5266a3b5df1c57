package app.oegukmin.crawler.site;

import app.oegukmin.shared.notice.Attachment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads an article page of cs.kookmin.ac.kr. */
public final class CsArticlePage {

  private static final String CUT = "…";

  private CsArticlePage() {}

  /** Reads a page; empty when it has no body. */
  public static Optional<ArticlePage> parse(Document page, Office office) {
    Element body = page.selectFirst("#view-detail-data, td.board-view-content");
    if (body == null) {
      return Optional.empty();
    }
    Element text = page.selectFirst("#view-detail-data");
    return Optional.of(
        new ArticlePage(
            title(page),
            written(page),
            Text.of(page, "th:containsOwn(작성자) + td"),
            office,
            text == null ? body : text,
            files(page)));
  }

  private static String title(Document page) {
    List<String> titles =
        Stream.of("td.view-title", "div.view-thead > p")
            .map(selector -> Text.of(page, selector))
            .filter(title -> !title.isEmpty())
            .toList();
    return titles.stream()
        .filter(title -> !title.endsWith(CUT))
        .findFirst()
        .or(() -> titles.stream().findFirst())
        .orElse("");
  }

  // The site's own misspelling, and the correct spelling.
  private static Optional<LocalDate> written(Document page) {
    return Text.all(page, "th.aricle-subject + td, th:containsOwn(작성일) + td").stream()
        .flatMap(text -> WrittenDate.parse(text).stream())
        .findFirst();
  }

  private static List<Attachment> files(Document page) {
    return page.select("td.attach-file a:is([href], [onclick])").stream()
        .map(FileLink::read)
        .toList();
  }
}
