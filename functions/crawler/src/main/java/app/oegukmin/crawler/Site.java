package app.oegukmin.crawler;

import app.oegukmin.shared.notice.Notice;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** A family of boards whose pages are built alike. */
interface Site {

  /** The site's part of a notice's id; never to be changed. */
  int code();

  /**
   * A page of a board's list.
   *
   * @param page 1 is the newest
   */
  URI listPage(URI list, int page);

  /**
   * The rows of a list page; what is wrong with single rows is told beside the good ones (D-N4).
   *
   * @throws PageException when the page is no list at all
   */
  ListPage list(Fetched page) throws PageException;

  /**
   * Fetches the article of a row with its attachments.
   *
   * @return empty when the site no longer has the article
   * @throws FetchException when a page could not be had
   * @throws PageException when a page lacks what every notice has
   */
  Optional<Notice> article(Board board, ListRow row, Fetcher fetcher) throws IOException;
}
