package app.oegukmin.crawler.site;

import app.oegukmin.shared.notice.Attachment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads an article page of the content management system behind cms.kookmin.ac.kr. */
public final class CissArticlePage {

  private static final String AUTHOR = "작성자";

  // Beside them stand previews.
  private static final String FILES =
      ".b-file-box a:is([href*=mode=download], .file-down-btn, "
          + "[href~=(?i)^\\s*javascript:.*down], [onclick~=(?i)down])";

  private CissArticlePage() {}

  /** Reads a page; empty when it has no body. */
  public static Optional<ArticlePage> parse(Document page, Office office) {
    Element body = page.selectFirst("div.b-content-box");
    if (body == null) {
      return Optional.empty();
    }
    return Optional.of(
        new ArticlePage(
            Text.of(page, "span.b-title"), written(page), author(page), office, body, files(page)));
  }

  // Two templates are in use: label and value, or the value alone (sites §1B).
  private static Optional<LocalDate> written(Document page) {
    return WrittenDate.parse(Text.of(page, "li.b-date-box"));
  }

  private static String author(Document page) {
    return Text.all(page, "li.b-writer-box span").stream()
        .filter(text -> !text.equals(AUTHOR))
        .findFirst()
        .orElse("");
  }

  private static List<Attachment> files(Document page) {
    return page.select(FILES).stream().map(FileLink::read).toList();
  }
}
