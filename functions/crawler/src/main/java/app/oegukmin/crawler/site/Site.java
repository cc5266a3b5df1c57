package app.oegukmin.crawler.site;

import app.oegukmin.crawler.fetch.FetchException;
import app.oegukmin.crawler.fetch.Fetcher;
import app.oegukmin.crawler.fetch.PageException;
import app.oegukmin.crawler.fetch.Validator;
import app.oegukmin.shared.notice.Attachment;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A family of boards whose pages are built alike. */
public interface Site {

  /** The type of an article when neither board nor page names one (contract §9.1). */
  String UNNAMED_TYPE = "공지사항";

  /** The family's part of a notice's id; never to be changed. */
  int code();

  /**
   * The addresses that an article can have, whatever its board: what identifies it is its number
   * (F-25).
   *
   * @param boards those of this family on one host
   */
  List<URI> places(long number, List<Board> boards);

  /**
   * Fetches a page of a board's list. Faults of single rows are returned beside the good rows
   * (D-N4).
   *
   * @param page 1 is the newest
   * @param known the version that has been read already
   * @return empty when the site says that it is still the known version
   * @throws FetchException when the page could not be fetched
   * @throws PageException when the page is no list at all
   */
  Optional<ListPage> list(Board board, int page, Fetcher fetcher, Validator known)
      throws IOException;

  /**
   * Fetches the article of a row with its attachments.
   *
   * @param files those that were read last; they stay while the site cannot list them
   * @return empty when the site no longer has the article
   * @throws FetchException when a page could not be fetched
   * @throws PageException when a page lacks what every notice has
   */
  Optional<SiteArticle> article(Board board, ListRow row, List<Attachment> files, Fetcher fetcher)
      throws IOException;
}
