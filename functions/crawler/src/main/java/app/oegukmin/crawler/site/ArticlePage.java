package app.oegukmin.crawler.site;

import app.oegukmin.crawler.body.ArticleBody;
import app.oegukmin.crawler.fetch.PageException;
import app.oegukmin.shared.notice.Attachment;
import app.oegukmin.shared.notice.Notice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * What an article's page says, whatever site it is of.
 *
 * @param title empty string when the page shows none
 * @param written empty when the page shows no date
 * @param author empty string when there is none
 * @param office whom to ask about the article
 * @param body what the author wrote, with the page's links
 * @param files its attachments
 */
public record ArticlePage(
    String title,
    Optional<LocalDate> written,
    String author,
    Office office,
    Element body,
    List<Attachment> files) {

  // The original's text when a page names no phone (contract §9.1).
  private static final String NO_PHONE = "No Phone";

  /**
   * The notice; what the page lacks is taken from its row in the list.
   *
   * @throws PageException when neither shows a title or a date
   */
  public Notice notice(ListRow row, String type) throws PageException {
    String heading = title.isEmpty() ? row.title() : title;
    if (heading.isEmpty()) {
      throw new PageException(row.url(), "No title");
    }
    return new Notice(
        row.url().toString(),
        type,
        heading,
        written.or(row::written).orElseThrow(() -> new PageException(row.url(), "No written date")),
        office.department(),
        author,
        office.phone().isEmpty() ? NO_PHONE : office.phone(),
        ArticleBody.clean(body),
        files);
  }
}
