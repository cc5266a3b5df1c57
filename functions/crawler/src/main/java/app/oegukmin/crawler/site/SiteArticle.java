package app.oegukmin.crawler.site;

import app.oegukmin.shared.notice.Notice;

/**
 * An article as its site shows it now.
 *
 * @param filesMissing whether the site could not list its files just now: the notice has those that
 *     are known, and should be read again
 */
public record SiteArticle(Notice notice, boolean filesMissing) {

  /** An article with all its files. */
  static SiteArticle whole(Notice notice) {
    return new SiteArticle(notice, false);
  }
}
