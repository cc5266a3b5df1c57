package app.oegukmin.crawler.fetch;

/**
 * What a site said about the version of a page, to be told back when the page is asked for again.
 *
 * @param page the page it belongs to
 * @param etag empty string when the site named none
 * @param lastModified as the site spelled it, empty string when it named none
 */
public record Validator(String page, String etag, String lastModified) {

  /** Knows no version. */
  public static final Validator NONE = new Validator("", "", "");

  /** Whether it can tell one version of this page from another. */
  boolean tells(String url) {
    return page.equals(url) && !(etag.isEmpty() && lastModified.isEmpty());
  }
}
