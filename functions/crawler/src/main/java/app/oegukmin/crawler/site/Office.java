package app.oegukmin.crawler.site;

/**
 * Whom to ask about a board whose pages do not say it.
 *
 * @param department empty string when the pages say it
 * @param phone empty string when the pages say it
 */
public record Office(String department, String phone) {

  /** The pages say it themselves. */
  static final Office UNNAMED = new Office("", "");
}
