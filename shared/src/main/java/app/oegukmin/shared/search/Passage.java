package app.oegukmin.shared.search;

/**
 * A part of a text that may answer a question.
 *
 * @param kind {@code notice}, {@code answer} or {@code faq}
 * @param id the document's id
 * @param language the tag of its language; empty when its writer did not say
 * @param title the document's title; an answer has that of its question
 * @param date when it was written, {@code yyyy-MM-dd}
 * @param link where it can be read: a notice's page on its site, or the route of a post
 * @param text without markup, {@value #LONGEST} UTF-16 units at most
 * @param score how good it is beside others of the same response
 * @param likes how many members like it, of an answer as its row says now; else 0
 */
public record Passage(
    String kind,
    long id,
    String language,
    String title,
    String date,
    String link,
    String text,
    double score,
    long likes) {

  /** The longest text. */
  public static final int LONGEST = 1_500;

  /** A passage that nobody likes yet, or that cannot be liked. */
  public Passage(
      String kind,
      long id,
      String language,
      String title,
      String date,
      String link,
      String text,
      double score) {
    this(kind, id, language, title, date, link, text, score, 0);
  }
}
